using Modular.Contracts.Presence;
using Modular.Contracts.Wording;

namespace Loire;

/// <summary>
/// Somebody is there at every instant, in a station or on call: a worker on duty anywhere answers for the whole département.
/// Instants are compared, never hours of the day, so that the nights when the clocks change are judged like the others.
/// </summary>
internal static class ContinuousCover
{
    private static readonly DateTimeOffset Promised = new(2020, 11, 1, 0, 0, 0, TimeSpan.FromHours(1));
    public static IEnumerable<CoverGap> BreaksIn(WeekCover week)
    {
        var covered = week.Start < Promised ? Promised : week.Start;
        foreach (var span in week.Spans.Where(span => span.End > covered && span.Start < week.End).OrderBy(span => span.Start))
        {
            if (span.Start > covered)
            {
                yield return Break(covered, span.Start);
            }

            covered = span.End > covered ? span.End : covered;
        }

        if (covered < week.End)
        {
            yield return Break(covered, week.End);
        }
    }

    private static CoverGap Break(DateTimeOffset start, DateTimeOffset end) =>
        new(start, end, $"Personne du {Said(start)} au {Said(end)} : une plainte pour violences conjugales ne serait pas assistée.");

    private static string Said(DateTimeOffset instant) =>
        $"{FrenchTime.WeekDay(DateOnly.FromDateTime(instant.DateTime))}, {FrenchTime.Hour(TimeOnly.FromDateTime(instant.DateTime))}";
}
