using Modular.Presence.Days;
using Modular.Presence.Occurrences;
using Modular.Sites;

namespace Modular.Presence.Cover;

/// <summary>One half-day that the convention promises, on the day it counts for.</summary>
internal sealed record PromisedHalfDay(string Station, DateOnly Day);

/// <summary>
/// The weekly promise, spread over days so that any period can be counted.
/// <list type="number">
/// <item>A station's promise takes the half-days of its pattern in the order of the week, as many as are promised.</item>
/// <item>What is promised beyond the pattern (a week that is off in a pattern of every second week) goes one by one to the days from Monday to Friday.</item>
/// <item>Half-days on a public holiday that closes the station are promised to nobody, and are not made up for on another day.</item>
/// <item>A promise begins with the station's first pattern and ends with its last: a week that these cut promises only what the pattern holds.</item>
/// </list>
/// </summary>
internal static class PromisedHalfDays
{
    private const int WorkingDays = 5;

    public static IReadOnlyList<PromisedHalfDay> Of(LoadedSite site, IsoWeek week)
    {
        var halfDays = PatternExpansion.Between(site, week.Monday, week.Sunday).SelectMany(occurrence => occurrence.CountsFor.Select(_ => occurrence));
        var pattern = halfDays.ToLookup(occurrence => occurrence.Station);
        return
        [
            .. from promise in site.Presence.Promised
               from day in DaysOf(site, week, promise.Key, promise.Value, pattern[promise.Key])
               select new PromisedHalfDay(promise.Key, day),
        ];
    }

    /// <summary>The same for the days between two, both included, whatever the weeks.</summary>
    public static IReadOnlyList<PromisedHalfDay> Between(LoadedSite site, DateOnly from, DateOnly to) =>
        [.. IsoWeek.Between(from, to).SelectMany(week => Of(site, week)).Where(promised => from <= promised.Day && promised.Day <= to)];

    private static IEnumerable<DateOnly> DaysOf(LoadedSite site, IsoWeek week, string station, int promised, IEnumerable<Occurrence> pattern)
    {
        var planned = pattern.Take(promised).ToList();
        var numbers = RunsAllWeek(site, week, station) ? Enumerable.Range(0, Math.Max(0, promised - planned.Count)) : [];
        var beyond = numbers.Select(number => week.Monday.AddDays(number % WorkingDays)).Where(day => !PublicHolidays.Close(site, station, day));
        return planned.Where(occurrence => occurrence.State != PresenceState.Holiday).Select(occurrence => occurrence.Day).Concat(beyond);
    }

    private static bool RunsAllWeek(LoadedSite site, IsoWeek week, string station)
    {
        var patterns = site.Presence.Patterns.Where(pattern => pattern.Station == station && !pattern.OnCall).ToList();
        return patterns.Count == 0
            || (patterns.Min(pattern => pattern.From ?? DateOnly.MinValue) <= week.Monday
                && patterns.Max(pattern => pattern.To ?? DateOnly.MaxValue) >= week.Sunday);
    }
}
