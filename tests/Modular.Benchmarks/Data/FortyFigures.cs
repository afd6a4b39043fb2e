using Modular.Contracts.Reports;
using Modular.Statistics.Facts;

namespace Modular.Benchmarks.Data;

/// <summary>What a yearly report of a site asks of its situations, in the manner of those that are shipped.</summary>
internal static class FortyFigures
{
    public static readonly IReadOnlyList<FigureDefinition> All =
    [
        Count("situations"),
        Count("vif", ("vif", ["yes"])),
        Count("vif_answered", ("vif", [FigureDefinition.Known])),
        Share("vif_share", "vif", "vif_answered"),
        Count("conjugal", ("problem", ["problem_00", "problem_01"])),
        Count("problem_answered", ("problem", [FigureDefinition.Known])),
        Share("conjugal_share", "conjugal", "problem_answered"),
        By("by_problem", "problem"),
        By("by_status", "status"),
        By("by_sex", "sex"),
        By("age_and_sex", "age_group", "sex"),
        By("by_station", "station"),
        By("by_force", "force"),
        By("by_referral_mode", "referral_mode"),
        By("by_month", "month"),
        By("by_reason", "reason"),
        By("by_children", "children"),
        By("by_secondary_problem", "secondary_problems"),
        By("by_known_to_services", "known_to_services"),
        By("station_and_vif", "station", "vif"),
        By("month_and_force", "month", "force"),
        Count("unknown_to_services", ("known_to_services", ["inconnu"])),
        Count("services_answered", ("known_to_services", [FigureDefinition.Known])),
        Share("unknown_share", "unknown_to_services", "services_answered"),
        Count("met", ("contacted", ["yes"])),
        Share("met_share", "met", "situations"),
        Count("met_answered", ("contacted", ["yes"]), ("known_to_services", [FigureDefinition.Known])),
        Count("met_unknown", ("contacted", ["yes"]), ("known_to_services", ["inconnu"])),
        Share("met_unknown_share", "met_unknown", "met_answered"),
        Count("unit_priorities", ("unit_priority", ["yes"])),
        Count("cards", ("referral_mode", ["mode_03"])),
        Count("self_referrals", ("referral_mode", ["mode_04", "mode_05"])),
        Count("conflicts", ("problem", ["problem_09", "problem_10", "problem_11"])),
        Count("hand_overs", ("state", ["closed"]), ("reason", ["reason_02"])),
        By("vif_by_age", "age_group", null, ("vif", ["yes"])),
        By("vif_by_month", "month", null, ("vif", ["yes"])),
        Measured("delay", FigureKind.Median, "days_to_first_contact"),
        Measured("length", FigureKind.Median, "days_open"),
        Measured("length_by_station", FigureKind.Median, "days_open") with { By = ["station"] },
        Measured("contacts", FigureKind.Sum, "contacts"),
    ];

    private static FigureDefinition Count(string name, params (string Question, string[] Codes)[] where) => new()
    {
        Name = name,
        Kind = FigureKind.Count,
        Subject = FactUnits.Situations,
        Where = where.ToDictionary(condition => condition.Question, IReadOnlyList<string> (condition) => condition.Codes),
    };

    private static FigureDefinition By(string name, string one, string? other = null, params (string Question, string[] Codes)[] where) =>
        Count(name, where) with { By = other is null ? [one] : [one, other] };

    private static FigureDefinition Share(string name, string part, string whole) => new() { Name = name, Kind = FigureKind.Share, Subject = part, Of = whole };

    private static FigureDefinition Measured(string name, FigureKind kind, string measure) => new() { Name = name, Kind = kind, Subject = measure };
}
