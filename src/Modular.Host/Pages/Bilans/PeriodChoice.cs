using Modular.Contracts.Reports;
using Modular.Statistics.Periods;

namespace Modular.Host.Pages.Bilans;

internal static class PeriodChoice
{
    /// <summary>The one shown first: this week, or the last month, quarter or year that is over.</summary>
    public static ReportPeriod First(ReportDefinition report, DateOnly today) => report switch
    {
        { Schedule.Ahead: true } => ReportPeriod.Containing(report.Period, today).Next,
        { Period: PeriodKind.Week } => ReportPeriod.Containing(report.Period, today),
        _ => ReportPeriod.LastWholeBefore(report.Period, today),
    };

    /// <summary>The newest first; the one asked for is always among them.</summary>
    public static IReadOnlyList<ReportPeriod> Of(ReportDefinition report, DateOnly today, ReportPeriod asked)
    {
        var period = ReportPeriod.Containing(report.Period, today);
        var offered = new List<ReportPeriod> { period.Next };
        for (var number = NumberOf(report.Period); number > 0; number--, period = period.Previous)
        {
            offered.Add(period);
        }

        return [.. offered.Append(asked).Distinct().OrderByDescending(one => one.From)];
    }

    private static int NumberOf(PeriodKind kind) => kind switch
    {
        PeriodKind.Week => 26,
        PeriodKind.Month => 24,
        PeriodKind.Quarter => 12,
        _ => 6,
    };
}
