using System.Globalization;

namespace Modular.Presence.Feeds;

/// <summary>A VTIMEZONE that says every change of clock one by one: a rule could be unrolled otherwise than the zone's history.</summary>
internal static class TimeZoneComponent
{
    /// <summary>What holds before the first change that is written.</summary>
    private static readonly DateTime Origin = new(1970, 1, 1);

    public static void Write(ContentLines lines, TimeZoneInfo zone, string id, DateTimeOffset from, DateTimeOffset to)
    {
        var start = new DateTimeOffset(from.Year - 1, 1, 1, 0, 0, 0, TimeSpan.Zero);
        lines.Add("BEGIN", "VTIMEZONE").Add("TZID", id);
        Observance(lines, zone, start, Origin, zone.GetUtcOffset(start));
        foreach (var change in Changes(zone, start, to.AddDays(1)))
        {
            var before = zone.GetUtcOffset(change.AddTicks(-1));
            Observance(lines, zone, change, (change + before).UtcDateTime, before);
        }

        lines.Add("END", "VTIMEZONE");
    }

    private static void Observance(ContentLines lines, TimeZoneInfo zone, DateTimeOffset since, DateTime wall, TimeSpan before)
    {
        var kind = zone.IsDaylightSavingTime(since) ? "DAYLIGHT" : "STANDARD";
        lines.Add("BEGIN", kind)
            .Add("DTSTART", ContentLines.Wall(wall))
            .Add("TZOFFSETFROM", Offset(before))
            .Add("TZOFFSETTO", Offset(zone.GetUtcOffset(since)))
            .Add("END", kind);
    }

    private static IEnumerable<DateTimeOffset> Changes(TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset to)
    {
        for (var day = from; day < to; day = day.AddDays(1))
        {
            if (zone.GetUtcOffset(day) != zone.GetUtcOffset(day.AddDays(1)))
            {
                yield return FirstWithNewOffset(zone, day, day.AddDays(1));
            }
        }
    }

    private static DateTimeOffset FirstWithNewOffset(TimeZoneInfo zone, DateTimeOffset before, DateTimeOffset after)
    {
        var old = zone.GetUtcOffset(before);
        while (after - before > TimeSpan.FromMinutes(1))
        {
            var middle = before.AddMinutes(Math.Floor((after - before).TotalMinutes / 2));
            (before, after) = zone.GetUtcOffset(middle) == old ? (middle, after) : (before, middle);
        }

        return after;
    }

    private static string Offset(TimeSpan offset) => (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hhmm", CultureInfo.InvariantCulture);
}
