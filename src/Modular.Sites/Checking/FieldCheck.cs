using Modular.Contracts.Forms;
using Modular.Sites.Files;
using Modular.Sites.Reading;

namespace Modular.Sites.Checking;

/// <summary>Each field by itself: its identifier, the keys that its kind takes, what may be counted.</summary>
internal static class FieldCheck
{
    private const int MostToSave = 3;

    public static void Run(SiteDraft draft, FormLayout layout)
    {
        StaticChecks.Unique(draft, layout.Form.Sections, section => section.Id, section => $"There is another section named \"{section.Id}\".");
        foreach (var scope in layout.Places.GroupBy(place => place.Group))
        {
            StaticChecks.Unique(draft, scope.Select(place => place.Field), field => field.Id, field => $"There is another field named \"{field.Id}\".");
        }

        foreach (var fourth in layout.Places.Where(place => place.Group is null && place.Field.Needed == Need.ToSave).Skip(MostToSave))
        {
            draft.Fault(fourth.Field, "needed", $"Only {MostToSave} fields of a form may be needed to save: an emergency is never blocked.");
        }

        foreach (var place in layout.Places)
        {
            Kind(draft, layout, place);
            Fact(draft, place);
            BoundCheck.Run(draft, layout, place);
        }
    }

    private static void Kind(SiteDraft draft, FormLayout layout, Place place)
    {
        var field = place.Field;
        var kind = SnakeCase.Of(field.Kind);
        var takesCodes = field.Kind is FieldKind.OneOf or FieldKind.SeveralOf || field.Compute == Computation.Rules;
        if (takesCodes && field.Codes is null)
        {
            draft.Fault(field, null, $"\"{field.Id}\" needs \"codes\": the name of the list it chooses from.");
        }
        else if (takesCodes && !layout.Site.Codes.ContainsKey(field.Codes!))
        {
            draft.Fault(field, "codes", $"site.json has no code list \"{field.Codes}\".{Nearest.Hint(field.Codes!, layout.Site.Codes.Keys)}");
        }

        Only(takesCodes, field.Codes is not null, "codes");
        Only(field.Kind == FieldKind.Group, field.Fields.Count > 0, "fields");
        Only(field.Kind == FieldKind.Group, field.CountedAs is not null, "countedAs");
        Only(field.Kind == FieldKind.Computed, field.Compute is not null, "compute");
        Only(field.Kind == FieldKind.Computed, field.From.Count > 0, "from");
        Only(field.Kind is FieldKind.Text or FieldKind.LongText or FieldKind.Commune, field.MaxLength is not null, "maxLength");
        Only(field.Kind is not (FieldKind.Computed or FieldKind.Information), field.Needed != Need.Never, "needed");
        Only(field.Kind is not (FieldKind.Computed or FieldKind.Information or FieldKind.Group or FieldKind.Person), field.AlsoAnswers.Count > 0, "alsoAnswers");
        Needs(field.Kind == FieldKind.Group && field.Fields.Count == 0, "fields");
        Needs(field.Kind == FieldKind.Computed && field.Compute is null, "compute");
        if (place.Group is not null && field.Kind is FieldKind.Group or FieldKind.Person)
        {
            draft.Fault(field, "kind", $"A group's row holds no {kind}.");
        }

        void Only(bool allowed, bool there, string key)
        {
            if (there && !allowed)
            {
                draft.Fault(field, key, $"A field of kind {kind} has no \"{key}\".");
            }
        }

        void Needs(bool missing, string key)
        {
            if (missing)
            {
                draft.Fault(field, null, $"\"{field.Id}\" needs \"{key}\": it is of kind {kind}.");
            }
        }
    }

    private static void Fact(SiteDraft draft, Place place)
    {
        var field = place.Field;
        if (!field.Fact)
        {
            return;
        }

        if (field.Nominative)
        {
            draft.Fault(field, "fact", $"\"{field.Id}\" may tell who the person is: it is never counted.");
        }
        else if (field.Kind is not (FieldKind.Integer or FieldKind.Duration or FieldKind.YesNo or FieldKind.OneOf or FieldKind.SeveralOf or FieldKind.Station or FieldKind.Computed))
        {
            draft.Fault(field, "fact", $"A field of kind {SnakeCase.Of(field.Kind)} is not counted: only codes and whole numbers are.");
        }
        else if (place.Group is { CountedAs: null } group)
        {
            draft.Fault(field, "fact", $"The rows of \"{group.Id}\" are not counted: give the group a \"countedAs\".");
        }
    }
}
