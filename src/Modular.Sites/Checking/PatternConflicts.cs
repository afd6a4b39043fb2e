using Modular.Contracts.Presence;

namespace Modular.Sites.Checking;

/// <summary>Patterns that put one post in two places at the same time.</summary>
/// <remarks>
/// A duty held by telephone is no place. Days are walked one by one over the time both patterns are valid.
/// </remarks>
internal static class PatternConflicts
{
    /// <returns>The later pattern of each pair that clashes, the earlier one, and a day on which they do.</returns>
    public static IEnumerable<(PresencePattern Second, PresencePattern First, DateOnly Day)> In(PresenceDefinition presence)
    {
        var held = presence.Patterns.Where(pattern => !pattern.OnCall && PatternCalendar.IsKnown(pattern)).ToList();
        foreach (var (index, second) in held.Index())
        {
            foreach (var first in held.Take(index).Where(first => first.Post == second.Post))
            {
                if (Day(presence, first, second) is { } day)
                {
                    yield return (second, first, day);
                    break;
                }
            }
        }
    }

    private static DateOnly? Day(PresenceDefinition presence, PresencePattern first, PresencePattern second)
    {
        var start = new[] { first.From ?? DateOnly.MinValue, second.From ?? DateOnly.MinValue, PatternCalendar.Bounds.First }.Max();
        if (first.From is null && second.From is null)
        {
            start = PatternCalendar.Always;
        }

        var end = new[] { first.To ?? DateOnly.MaxValue, second.To ?? DateOnly.MaxValue, PatternCalendar.Bounds.Last }.Min();
        var days = PatternCalendar.IsWeekly(first) && PatternCalendar.IsWeekly(second) ? 8 : PatternCalendar.MostDays;
        for (var (day, left) = (start, days); day <= end && left > 0; (day, left) = (day.AddDays(1), left - 1))
        {
            // What began the evening before may still be held.
            if (Spans(presence, first, day).Any(one => Near(presence, second, day).Any(other => one.Start < other.End && other.Start < one.End)))
            {
                return day;
            }
        }

        return null;
    }

    private static IEnumerable<Span> Near(PresenceDefinition presence, PresencePattern pattern, DateOnly day) =>
        Enumerable.Range(-1, 3).SelectMany(shift => Spans(presence, pattern, day.AddDays(shift)));

    private static IEnumerable<Span> Spans(PresenceDefinition presence, PresencePattern pattern, DateOnly day)
    {
        if (PatternCalendar.On(pattern, day) is not { } held)
        {
            return [];
        }

        var ranges = held.Hours is { } hours ? [hours] : held.HalfDays.Select(half => half == HalfDay.Morning ? presence.Morning : presence.Afternoon);
        return ranges.Select(range => new Span(day.ToDateTime(range.Start), (range.PassesMidnight ? day.AddDays(1) : day).ToDateTime(range.End)));
    }

    private readonly record struct Span(DateTime Start, DateTime End);
}
