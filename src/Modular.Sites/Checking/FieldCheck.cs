using Modular.Contracts.Forms;
using Modular.Forms;
using Modular.Sites.Files;
using Modular.Sites.Reading;

namespace Modular.Sites.Checking;

/// <summary>Each field by itself: its identifier, the keys that its kind takes, what may be counted.</summary>
internal sealed class FieldCheck : StaticCheck
{
    private const int MostToSave = 3;

    /// <summary>The keys that only some kinds have.</summary>
    private static readonly (string Key, Func<FormField, bool> IsThere)[] OfSomeKinds =
    [
        ("codes", field => field.Codes is not null),
        ("fields", field => field.Fields.Count > 0),
        ("countedAs", field => field.CountedAs is not null),
        ("compute", field => field.Compute is not null),
        ("from", field => field.From.Count > 0),
        ("maxLength", field => field.MaxLength is not null),
        ("needed", field => field.Needed != Need.Never),
        ("alsoAnswers", field => field.AlsoAnswers.Count > 0),
    ];

    protected override void OfForm(ParsedSite parsed, FormPlan plan)
    {
        DuplicateCheck.Run(parsed, plan.Form.Sections, section => section.Id, section => $"There is another section named \"{section.Id}\".");
        foreach (var scope in plan.AllFields.GroupBy(planned => planned.Group))
        {
            DuplicateCheck.Run(parsed, scope.Select(planned => planned.Field), field => field.Id, field => $"There is another field named \"{field.Id}\".");
        }

        foreach (var fourth in plan.AllFields.Where(planned => planned.Group is null && planned.Field.Needed == Need.ToSave).Skip(MostToSave))
        {
            parsed.Fault(fourth.Field, "needed", $"Only {MostToSave} fields of a form may be needed to save: an emergency is never blocked.");
        }

        foreach (var planned in plan.AllFields)
        {
            Kind(parsed, plan, planned);
            Fact(parsed, planned);
            RangeCheck.Run(parsed, plan, planned);
        }
    }

    private static void Kind(ParsedSite parsed, FormPlan plan, FieldPlan planned)
    {
        var field = planned.Field;
        var kind = SnakeCase.Of(field.Kind);
        var keys = planned.Kind.Keys(field);
        if (keys.Contains("codes") && field.Codes is null)
        {
            parsed.Fault(field, null, $"\"{field.Id}\" needs \"codes\": the name of the list it chooses from.");
        }
        else if (keys.Contains("codes") && !plan.Site.Codes.ContainsKey(field.Codes!))
        {
            parsed.Fault(field, "codes", $"site.json has no code list \"{field.Codes}\".{NameSuggestion.Hint(field.Codes!, plan.Site.Codes.Keys)}");
        }

        foreach (var (key, _) in OfSomeKinds.Where(some => some.IsThere(field) && !keys.Contains(some.Key)))
        {
            parsed.Fault(field, key, $"A field of kind {kind} has no \"{key}\".");
        }

        if (OfSomeKinds.Any(some => some.Key == planned.Kind.NeededKey && !some.IsThere(field)))
        {
            parsed.Fault(field, null, $"\"{field.Id}\" needs \"{planned.Kind.NeededKey}\": it is of kind {kind}.");
        }

        if (planned.Group is not null && !planned.Kind.MayStandInRow)
        {
            parsed.Fault(field, "kind", $"A group's row holds no {kind}.");
        }
    }

    private static void Fact(ParsedSite parsed, FieldPlan planned)
    {
        var field = planned.Field;
        if (!field.Fact)
        {
            return;
        }

        if (field.Nominative)
        {
            parsed.Fault(field, "fact", $"\"{field.Id}\" may tell who the person is: it is never counted.");
        }
        else if (!planned.Kind.IsCounted(field))
        {
            parsed.Fault(field, "fact", $"A field of kind {SnakeCase.Of(field.Kind)} is not counted: only codes and whole numbers are.");
        }
        else if (planned.Group is { CountedAs: null } group)
        {
            parsed.Fault(field, "fact", $"The rows of \"{group.Id}\" are not counted: give the group a \"countedAs\".");
        }
    }
}
