using Modular.Contracts.Reports;
using Modular.Contracts.Sites;
using Modular.Sites.Files;
using Modular.Sites.Reading;

namespace Modular.Sites.Checking;

/// <summary>
/// A report is made once a period: a schedule that comes more often repeats itself for nothing, one that comes less often leaves periods out.
/// </summary>
internal sealed class ScheduleCheck : StaticCheck
{
    protected override void OfSite(ParsedSite parsed, SiteDefinition site)
    {
        foreach (var report in parsed.Reports.Where(report => report.Schedule is not null))
        {
            if (Wanted(report.Period) is var (form, example) && FormOf(report.Schedule!.On) != form)
            {
                parsed.Fault(
                    report.Schedule!, "on",
                    $"A report of kind {SnakeCase.Of(report.Period)} is not made on \"{report.Schedule!.On}\": write for instance \"{example}\".");
            }
        }
    }

    /// <summary>A quarter's falls due in its first month, and the next two find it made.</summary>
    private static (Form Form, string Example) Wanted(PeriodKind period) => period switch
    {
        PeriodKind.Week => (Form.Weekday, "monday"),
        PeriodKind.Year => (Form.DayOfYear, "15 January"),
        _ => (Form.DayOfMonth, "day 5"),
    };

    private static Form FormOf(string on) =>
        on.StartsWith("day ", StringComparison.Ordinal) ? Form.DayOfMonth
        : char.IsAsciiDigit(on[0]) ? Form.DayOfYear
        : Form.Weekday;

    private enum Form
    {
        Weekday,
        DayOfMonth,
        DayOfYear,
    }
}
