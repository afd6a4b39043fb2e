using Modular.Contracts.Forms;
using Modular.Forms;
using Modular.Sites.Files;
using Modular.Sites.Reading;

namespace Modular.Sites.Checking;

/// <summary>The fields that the host finds by their role: without them it could neither count days nor say what was done.</summary>
internal sealed class RoleCheck : StaticCheck
{
    private static readonly Known[] Situation =
    [
        new(FieldRole.ReferralDate, FieldKind.Date, $"delays are counted from it") { IsToSave = true },
        new(FieldRole.Station, FieldKind.Station, $"lists and reports say where people were received") { IsToSave = true },
        new(FieldRole.ReferralMode, FieldKind.OneOf, $"reports count by it") { Codes = "referral_mode" },
        new(FieldRole.Person, FieldKind.Person, $"a situation is found by the person's name"),
        new(FieldRole.SafePhone, FieldKind.Telephone, $"without it the fiche shows no safe contact, and nobody is found by that number"),
        new(FieldRole.Problem, FieldKind.OneOf, $"violences intrafamiliales are worked out from it") { Codes = "problem" },
        new(FieldRole.SecondaryProblems, FieldKind.SeveralOf, $"violences intrafamiliales are worked out from it") { Codes = "problem" },
        new(FieldRole.Agreement, FieldKind.YesNo, $"the demonstration mostly says yes to it") { IsOptional = true },
        new(FieldRole.ImmediateDanger, FieldKind.YesNo, $"the demonstration rarely says yes to it") { IsOptional = true },
    ];

    private static readonly Known[] Contact =
    [
        new(FieldRole.ContactDate, FieldKind.Date, $"it says in which period it is counted") { IsToSave = true },
        new(FieldRole.ContactKind, FieldKind.OneOf, $"reports count by it") { Codes = "contact_kind" },
        new(FieldRole.Reached, FieldKind.YesNo, $"the first contact is the first that reached the person") { IsToSave = true },
        new(FieldRole.Duration, FieldKind.Duration, $"reports add it up"),
        new(FieldRole.Acts, FieldKind.SeveralOf, $"reports count by it") { Codes = "contact_act" },
        new(FieldRole.Orientations, FieldKind.Group, $"reports count its rows"),
        new(FieldRole.Partner, FieldKind.OneOf, $"reports count by it") { Codes = "partner", Of = FieldRole.Orientations },
        new(FieldRole.Outcome, FieldKind.OneOf, $"reports count by it") { Codes = "orientation_outcome", Of = FieldRole.Orientations },
    ];

    private static readonly Known[] Closing =
    [
        new(FieldRole.ClosingDate, FieldKind.Date, $"the situation is closed on that day") { IsToSave = true },
        new(FieldRole.ClosingReason, FieldKind.OneOf, $"reports count by it") { Codes = "closing_reason", IsToSave = true },
    ];

    private static readonly Known[] Danger = [new(FieldRole.AssessmentDate, FieldKind.Date, $"it says which assessment is the last")];

    private static readonly Dictionary<string, Known[]> Forms = new()
    {
        ["situation"] = Situation,
        ["contact"] = Contact,
        ["closing"] = Closing,
        ["danger"] = Danger,
    };

    protected override void OfForm(ParsedSite parsed, FormPlan plan)
    {
        var roles = Forms.GetValueOrDefault(plan.Form.Id) ?? [];
        foreach (var known in roles)
        {
            Check(parsed, plan, known);
        }

        foreach (var planned in plan.AllFields.Where(planned => planned.Field.Role is not null))
        {
            Placed(parsed, plan, planned, planned.Field.Role!.Value, Array.Find(roles, known => known.Role == planned.Field.Role));
        }

        if (plan[FieldRole.Orientations]?.Field is { Kind: FieldKind.Group, CountedAs: not "orientations" } orientations)
        {
            parsed.Fault(orientations, null, $"The rows of \"{orientations.Id}\" are counted as orientations: \"countedAs\": \"orientations\".");
        }

        var safe = plan[FieldRole.SafePhone]?.Section;
        foreach (var other in safe?.Fields.Where(field => field.Role is not (null or FieldRole.SafePhone)) ?? [])
        {
            parsed.Fault(
                other, "role",
                $"\"{other.Id}\" stands in the section of the safe telephone, which the fiche shows as the safe contact: move it elsewhere.");
        }
    }

    private static void Check(ParsedSite parsed, FormPlan plan, Known known)
    {
        if (plan[known.Role]?.Field is not { } field)
        {
            Missing(parsed, plan, known);
            return;
        }

        if (field.Kind != known.Kind)
        {
            parsed.Fault(field, "kind", $"The host reads \"{field.Id}\" as {SnakeCase.Of(known.Kind)}.");
        }
        else if (field.Codes != known.Codes)
        {
            parsed.Fault(field, "codes", $"The host reads \"{field.Id}\" from the code list {known.Codes}.");
        }

        if (known.IsToSave && field.Needed != Need.ToSave)
        {
            parsed.Fault(field, "needed", $"\"{field.Id}\" is needed to save.");
        }

        if (known.IsToSave && (field.When is not null || plan[known.Role]!.Section.When is not null))
        {
            parsed.Fault(field, "when", $"\"{field.Id}\" is always shown: nothing is saved without it.");
        }
    }

    private static void Missing(ParsedSite parsed, FormPlan plan, Known known)
    {
        var group = known.Of is { } of ? plan[of] : null;
        if (known.IsOptional || (known.Of is not null && group is null))
        {
            return;
        }

        var (owner, fields) = group is null ? ((object)plan.Form, plan.Fields) : (group.Field, group.Parts);
        var role = SnakeCase.Of(known.Role);
        if (fields.FirstOrDefault(planned => planned.Field.Role is null && planned.Field.Id == FormerFieldNames.Of(known.Role)) is { } former)
        {
            parsed.Fault(
                former.Field, null,
                $"\"{former.Field.Id}\" needs \"role\": \"{role}\": {known.Why}. The host finds fields by their role, not by their identifier.");
            return;
        }

        parsed.Fault(owner, null, $"The host needs a field with \"role\": \"{role}\", of kind {SnakeCase.Of(known.Kind)}, here: {known.Why}.");
    }

    private static void Placed(ParsedSite parsed, FormPlan plan, FieldPlan planned, FieldRole role, Known? known)
    {
        if (known is null)
        {
            var form = Forms.First(form => form.Value.Any(other => other.Role == role)).Key;
            parsed.Fault(planned.Field, "role", $"The role {SnakeCase.Of(role)} is one of the form {form}.");
        }
        else if (known.Of is null && planned.Group is not null)
        {
            parsed.Fault(planned.Field, "role", $"The role {SnakeCase.Of(role)} is one of the form itself, not of the rows of \"{planned.Group.Id}\".");
        }
        else if (known.Of is { } of && planned.Group?.Role != of)
        {
            parsed.Fault(planned.Field, "role", $"The role {SnakeCase.Of(role)} is one of the rows of the field with the role {SnakeCase.Of(of)}.");
        }
        else if (plan.AllFields.First(other => other.Field.Role == role && other.Group?.Role == known.Of) is var first && first != planned)
        {
            parsed.Fault(planned.Field, "role", $"\"{first.Field.Id}\" has the role {SnakeCase.Of(role)} already.");
        }
    }

    /// <param name="Why">What would be missing without it, in the middle of a sentence.</param>
    private sealed record Known(FieldRole Role, FieldKind Kind, FormattableString Why)
    {
        public string? Codes { get; init; }

        public bool IsToSave { get; init; }

        public bool IsOptional { get; init; }

        /// <summary>The role of the group in whose rows it is, or null for a field of the form itself.</summary>
        public FieldRole? Of { get; init; }
    }
}
