using Modular.Contracts.Presence;
using Modular.Contracts.Sites;
using Modular.Sites.Files;
using Modular.Sites.Reading;

namespace Modular.Sites.Checking;

/// <summary>The weekly presence: posts and stations that are there, weeks that are counted from somewhere, and nobody in two places at once.</summary>
internal sealed class PresenceCheck : StaticCheck
{
    protected override void OfSite(SiteDraft draft, SiteDefinition site)
    {
        if (draft.Presence is not { } presence)
        {
            return;
        }

        var stations = site.Stations.Select(station => station.Id).ToList();
        foreach (var unknown in presence.Promised.Keys.Except(stations))
        {
            draft.FaultAtName(presence, "promised", unknown, $"There is no station \"{unknown}\".{Nearest.Hint(unknown, stations)}");
        }

        foreach (var (index, unknown) in presence.OpenOnHolidays.Index().Where(station => !stations.Contains(station.Item)))
        {
            draft.Fault(presence, "openOnHolidays", $"There is no station \"{unknown}\".{Nearest.Hint(unknown, stations)}", index);
        }

        foreach (var pattern in presence.Patterns)
        {
            Place(draft, site, pattern);
            Weeks(draft, pattern);
        }

        foreach (var (second, first, day) in PatternConflicts.In(presence))
        {
            draft.Fault(
                second, null,
                $"{second.Post} is in two places at once: at {second.Station} here, and already at {first.Station} ({
                    Said(draft, first)}), for instance on {day:yyyy-MM-dd}.");
        }
    }

    private static void Place(SiteDraft draft, SiteDefinition site, PresencePattern pattern)
    {
        if (site.Posts.FirstOrDefault(post => post.Id == pattern.Post) is not { } post)
        {
            draft.Fault(pattern, "post", $"There is no post \"{pattern.Post}\".{Nearest.Hint(pattern.Post, site.Posts.Select(known => known.Id))}");
        }
        else if (pattern.Station is null)
        {
            if (!pattern.OnCall)
            {
                draft.Fault(pattern, null, $"\"station\" is missing: only an on-call duty serves every station of its post.");
            }
        }
        else if (!post.Stations.Contains(pattern.Station))
        {
            draft.Fault(pattern, "station", site.Stations.Any(station => station.Id == pattern.Station)
                ? (FormattableString)$"{post.Id} does not serve \"{pattern.Station}\": its stations are {string.Join(", ", post.Stations)}."
                : $"There is no station \"{pattern.Station}\".{Nearest.Hint(pattern.Station, post.Stations)}");
        }
    }

    private static void Weeks(SiteDraft draft, PresencePattern pattern)
    {
        if (pattern is { Every: > 1, Anchor: null })
        {
            draft.Fault(pattern, "every", $"\"anchor\" is missing: a day of a week in which the pattern is on.");
        }

        if (pattern.Nth == 0)
        {
            draft.Fault(pattern, "nth", $"0 is no weekday of a month: 1 to 5, or -1 for the last.");
        }

        if (pattern.To < pattern.From)
        {
            draft.Fault(pattern, "to", $"The pattern ends before it begins.");
        }

        if (pattern.Week.Count == 0)
        {
            draft.Fault(pattern, "week", $"The week names no day.");
        }
    }

    private static FormattableString Said(SiteDraft draft, PresencePattern pattern)
    {
        var (_, at) = draft.Sources.Of(pattern);
        return $"line {at.Line}";
    }
}
