using Modular.Contracts.Forms;

namespace Modular.Forms;

/// <summary>
/// The identifiers by which the host knew its fields before forms declared their roles: what was stored then is read by them, and a form that still
/// leans on them is told which role to give.
/// </summary>
public static class FormerFieldNames
{
    private static readonly Dictionary<FieldRole, string> Names = new()
    {
        [FieldRole.ReferralDate] = "referred_on",
        [FieldRole.Station] = "station",
        [FieldRole.ReferralMode] = "referral_mode",
        [FieldRole.Person] = "person",
        [FieldRole.SafePhone] = "safe_phone",
        [FieldRole.Problem] = "problem",
        [FieldRole.SecondaryProblems] = "secondary_problems",
        [FieldRole.ContactDate] = "on",
        [FieldRole.ContactKind] = "kind",
        [FieldRole.Reached] = "reached",
        [FieldRole.Duration] = "duration",
        [FieldRole.Acts] = "acts",
        [FieldRole.Orientations] = "orientations",
        [FieldRole.Partner] = "partner",
        [FieldRole.Outcome] = "outcome",
        [FieldRole.ClosingDate] = "closed_on",
        [FieldRole.ClosingReason] = "reason",
        [FieldRole.AssessmentDate] = "assessed_on",
    };

    public static string? Of(FieldRole role) => Names.GetValueOrDefault(role);
}
