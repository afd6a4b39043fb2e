using Modular.Jobs;
using Modular.Jobs.Schedules;

namespace Modular.Host.Tests.Jobs;

/// <summary>When a plan is due, counted day by day and by other means than the plan's own.</summary>
internal static class Calendar
{
    /// <summary>Each period that falls due after one instant and up to another, with its moment.</summary>
    public static Dictionary<string, DateTimeOffset> Of(JobPlan plan, DateTimeOffset after, DateTimeOffset upTo)
    {
        Dictionary<string, DateTimeOffset> due = [];
        for (var day = DateOnly.FromDateTime(after.UtcDateTime).AddDays(-2); day <= DateOnly.FromDateTime(upTo.UtcDateTime).AddDays(2); day = day.AddDays(1))
        {
            if (IsDue(plan.Schedule.Recurrence, day) && MomentOf(plan.Schedule, day) is var moment && moment > after && moment <= upTo)
            {
                due.TryAdd(plan.PeriodOf(day), moment);
            }
        }

        return due;
    }

    private static bool IsDue(Recurrence recurrence, DateOnly day) => recurrence switch
    {
        Recurrence.Daily => true,
        Recurrence.Weekly weekly => day.DayOfWeek == weekly.On,
        Recurrence.Monthly monthly => IsOn(day, monthly.On),
        Recurrence.Yearly yearly => day.Month == yearly.Month && IsOn(day, yearly.On),
        _ => throw new ArgumentOutOfRangeException(nameof(recurrence)),
    };

    private static bool IsOn(DateOnly day, int on) => day.Day == on || (day.Day < on && day.AddDays(1).Day == 1);

    private static DateTimeOffset MomentOf(Schedule schedule, DateOnly day)
    {
        var local = day.ToDateTime(schedule.At);
        return TimeZoneInfo.ConvertTimeToUtc(schedule.Zone.IsInvalidTime(local) ? local.AddHours(1) : local, schedule.Zone);
    }
}
