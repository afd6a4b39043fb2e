using System.Globalization;

namespace Modular.Jobs.Schedules;

public readonly record struct DueTime(DateOnly Day, DateTimeOffset At);

/// <summary>When a job is due, in the time of its own zone.</summary>
public sealed record Schedule(Recurrence Recurrence, TimeOnly At, TimeZoneInfo Zone)
{
    private const int LongestGap = 366 * 2;

    /// <summary>What fell due after one instant, up to another included, oldest first.</summary>
    public IEnumerable<DueTime> Between(DateTimeOffset after, DateTimeOffset upTo)
    {
        for (var day = LocalDay(after); day <= LocalDay(upTo); day = day.AddDays(1))
        {
            if (Recurrence.Includes(day) && InstantOf(day) is var at && at > after && at <= upTo)
            {
                yield return new DueTime(day, at);
            }
        }
    }

    public DueTime Next(DateTimeOffset after) => Between(after, after.AddDays(LongestGap)).First();

    public DueTime Last(DateTimeOffset upTo) => Before(upTo).First();

    /// <summary>What fell due up to an instant included, the last first, without end.</summary>
    public IEnumerable<DueTime> Before(DateTimeOffset upTo)
    {
        for (var day = LocalDay(upTo); ; day = day.AddDays(-1))
        {
            if (Recurrence.Includes(day) && InstantOf(day) is var at && at <= upTo)
            {
                yield return new DueTime(day, at);
            }
        }
    }

    public DateOnly LocalDay(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>In words that stay the same from one version to the next: they are kept, to see whether it has changed.</summary>
    public string Written => string.Create(CultureInfo.InvariantCulture, $"{Recurrence.Written} {At:HH:mm} {Zone.Id}");

    /// <summary>For the job engine's clock, which looks at it in <see cref="Zone"/>.</summary>
    internal string Cron => string.Create(CultureInfo.InvariantCulture, $"{At.Minute} {At.Hour} {Recurrence.CronDays}");

    /// <summary>An hour that the spring night skips comes one hour later; the autumn's double hour comes once.</summary>
    private DateTimeOffset InstantOf(DateOnly day)
    {
        var local = day.ToDateTime(At);
        if (Zone.IsInvalidTime(local))
        {
            local = local.AddHours(1);
        }

        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }
}
