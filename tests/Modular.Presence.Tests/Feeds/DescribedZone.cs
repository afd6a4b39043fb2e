using Ical.Net.CalendarComponents;

namespace Modular.Presence.Tests.Feeds;

/// <summary>A zone as the calendar itself describes it (RFC 5545, 3.6.5), whatever this machine knows of it.</summary>
internal sealed record DescribedZone(IReadOnlyList<DescribedZone.Change> Changes)
{
    /// <param name="Wall">On the clock that holds until then.</param>
    internal sealed record Change(DateTime Wall, TimeSpan Offset);

    public static DescribedZone Of(VTimeZone zone)
    {
        Assert.IsEmpty(zone.TimeZoneInfos.Where(info => info.RecurrenceRule is not null), "changes told by a rule, which this reader does not unroll");
        return new DescribedZone([.. zone.TimeZoneInfos.Select(info => new Change(info.Start!.Value, info.OffsetTo!.Offset)).OrderBy(change => change.Wall)]);
    }

    /// <summary>Of an hour that comes twice, the first.</summary>
    public DateTime ToUtc(DateTime wall) => DateTime.SpecifyKind(wall - Changes.Last(change => change.Wall <= wall).Offset, DateTimeKind.Utc);
}
