using System.Globalization;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace Modular.Presence.Tests.Feeds;

/// <summary>A calendar as Ical.Net reads it: a parser that is not ours.</summary>
internal sealed record IndependentReader(string Name, IReadOnlyList<ReadEvent> Events)
{
    public static IndependentReader Read(string text)
    {
        var calendar = Ical.Net.Calendar.Load(text)!;
        var zones = calendar.TimeZones.ToDictionary(zone => zone.TzId!, DescribedZone.Of);
        return new IndependentReader(
            Present(calendar.Properties.Get<string>("X-WR-CALNAME")),
            [.. calendar.Events.Select(read => ReadEvent.Of(read, zones))]);
    }

    /// <summary>What every calendar of ours has. Ical.Net itself makes up a UID and a stamp where there is none: the tests say which they expect.</summary>
    public static T Present<T>(T? value, string what = "X-WR-CALNAME")
        where T : class => value ?? throw new AssertFailedException($"The calendar has no {what}.");
}

/// <param name="Start">In UTC as <c>2026-11-23T08:00Z</c>, or a day.</param>
internal sealed record ReadEvent(
    string Uid, DateTimeOffset Stamp, string Start, string End, int Sequence, string Status, string Summary, string Location, string Description)
{
    public static ReadEvent Of(CalendarEvent read, IReadOnlyDictionary<string, DescribedZone> zones) => new(
        IndependentReader.Present(read.Uid, "UID"),
        IndependentReader.Present(read.DtStamp, "DTSTAMP").AsUtc,
        Instant(IndependentReader.Present(read.DtStart, "DTSTART"), zones),
        Instant(IndependentReader.Present(read.DtEnd, "DTEND"), zones),
        read.Sequence,
        IndependentReader.Present(read.Status, "STATUS"),
        IndependentReader.Present(read.Summary, "SUMMARY"),
        read.Location ?? "",
        read.Description ?? "");

    private static string Instant(CalDateTime read, IReadOnlyDictionary<string, DescribedZone> zones)
    {
        if (!read.HasTime)
        {
            return read.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        var instant = zones[read.TzId!].ToUtc(read.Value);
        // Ical.Net itself leaves the calendar's VTIMEZONE aside and asks the zone's name: a reader of either kind must be there at the same time.
        Assert.AreEqual(read.AsUtc, instant, $"{read.TzId} as the calendar describes it, and as its name says, at {read.Value:s}");
        return instant.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
    }
}
