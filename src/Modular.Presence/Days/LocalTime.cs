using Modular.Contracts.Presence;

namespace Modular.Presence.Days;

/// <summary>As RFC 5545: an hour that a spring night skips keeps the offset from before it, one that an autumn night has twice is the first.</summary>
internal static class LocalTime
{
    public static DateTimeOffset At(this TimeZoneInfo zone, DateOnly day, TimeOnly hour)
    {
        var local = day.ToDateTime(hour);
        if (zone.IsInvalidTime(local))
        {
            return TimeZoneInfo.ConvertTime(new DateTimeOffset(local, zone.GetUtcOffset(local.AddDays(-1))), zone);
        }

        return new DateTimeOffset(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local));
    }

    public static DateTimeOffset StartOf(this TimeZoneInfo zone, DateOnly day) => zone.At(day, TimeOnly.MinValue);

    public static (DateTimeOffset Start, DateTimeOffset End) Span(this TimeZoneInfo zone, DateOnly day, TimeRange hours) =>
        (zone.At(day, hours.Start), zone.At(hours.PassesMidnight ? day.AddDays(1) : day, hours.End));
}
