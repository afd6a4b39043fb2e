using Modular.Contracts.Answers;
using Modular.Contracts.Reports;
using Modular.Sites.Files;

namespace Modular.Sites.Checking;

/// <summary>
/// A share is of one count in another that holds it: whatever the part counts, the whole counts too. What cannot be shown from the file is refused, as "132 %"
/// was printed.
/// </summary>
internal static class ShareCheck
{
    public static void Run(ParsedSite parsed, ReportDefinition report, FigureDefinition share)
    {
        var counts = report.Figures.Where(other => other is { Kind: FigureKind.Count, By.Count: 0 }).ToDictionary(other => other.Name);
        if (!(ReportCheck.Known(parsed, share, "share", share.Subject, counts.Keys, $"count (not broken down) of this report")
            & ReportCheck.Known(parsed, share, "of", share.Of!, counts.Keys, $"count (not broken down) of this report")))
        {
            return;
        }

        var (part, whole) = (counts[share.Subject], counts[share.Of!]);
        if (part.Name == whole.Name)
        {
            parsed.Fault(share, "of", $"\"{part.Name}\" is set against itself: the share is always 100 %. Name the count that it is a part of.");
            return;
        }

        if (!IsShareOf(part.Subject, whole.Subject))
        {
            parsed.Fault(share, "of", $"\"{part.Name}\" counts {part.Subject} and \"{whole.Name}\" counts {whole.Subject}: one is no share of the other.");
            return;
        }

        if (part.Subject != whole.Subject && !(part.Where.TryGetValue("state", out var states) && states is ["held"]))
        {
            parsed.Fault(
                share, "of",
                $"""
                "{part.Name}" counts other half-days than those held: the share of those promised could pass 100 %. Write "state": "held" in the "where" of "{
                    part.Name}".
                """);
        }

        if (part.Subject != whole.Subject && parsed.Presence is { } presence)
        {
            foreach (var station in presence.Patterns.Select(pattern => pattern.Station).OfType<string>().Distinct().Where(station => IsCounted(part, station)))
            {
                var promised = presence.Promised.GetValueOrDefault(station);
                if (PlannedHalfDays.InFullestWeek(presence, station) is var (planned, monday) && planned > promised)
                {
                    parsed.Fault(
                        share, "of",
                        $"\"{station}\" plans {HalfDays(planned)} in the week of {monday:yyyy-MM-dd} and promises {
                            promised}: the share of those promised could pass 100 %. Correct \"promised\" in presence.json, or show the two counts alone.");
                }
            }
        }

        foreach (var (dimension, codes) in whole.Where)
        {
            if (!part.Where.TryGetValue(dimension, out var counted))
            {
                parsed.Fault(
                    share, "of",
                    $"\"{whole.Name}\" counts only some answers to \"{dimension}\" and \"{part.Name}\" any: the share could pass 100 %. Add \"{
                        dimension}\": {Written(codes)} to the \"where\" of \"{part.Name}\".");
            }
            else if (counted.Where(code => !Holds(codes, code)).ToList() is { Count: > 0 } more)
            {
                parsed.Fault(
                    share, "of",
                    $"\"{part.Name}\" counts {Written(more)} of \"{dimension}\" and \"{
                        whole.Name}\" does not: the share could pass 100 %. Both count it, or neither does.");
            }
        }
    }

    /// <summary>Half-days held are set against those promised: every other share is one of the same unit.</summary>
    private static bool IsShareOf(string part, string whole) => part == whole || (part, whole) is ("half_days", "promised_half_days");

    private static bool IsCounted(FigureDefinition part, string station) => !part.Where.TryGetValue("station", out var stations) || stations.Contains(station);

    private static FormattableString HalfDays(int number) => number == 1 ? (FormattableString)$"1 half-day" : $"{number} half-days";

    /// <summary>Codes that the site's list has lost are known answers still, and in no list that a figure could name.</summary>
    private static bool Holds(IReadOnlyList<string> codes, string code) =>
        codes.Contains(code) || (codes.Contains(FigureDefinition.Known) && !NotGivenNames.All.Contains(code));

    private static string Written(IReadOnlyList<string> codes) =>
        codes is [var only] ? $"\"{only}\"" : $"[{string.Join(", ", codes.Select(code => $"\"{code}\""))}]";
}
