using Modular.Contracts.Presence;
using Modular.Contracts.Sites;
using Modular.Sites.Files;
using Modular.Sites.Reading;

namespace Modular.Sites.Checking;

/// <summary>The weekly presence: posts and stations that are there, weeks that are counted from somewhere, and nobody in two places at once.</summary>
internal sealed class PresenceCheck : StaticCheck
{
    protected override void OfSite(ParsedSite parsed, SiteDefinition site)
    {
        if (parsed.Presence is not { } presence)
        {
            return;
        }

        var stations = site.Stations.Select(station => station.Id).ToList();
        foreach (var unknown in presence.Promised.Keys.Except(stations))
        {
            parsed.FaultAtName(presence, "promised", unknown, $"There is no station \"{unknown}\".{NameSuggestion.Hint(unknown, stations)}");
        }

        foreach (var (index, unknown) in presence.OpenOnHolidays.Index().Where(station => !stations.Contains(station.Item)))
        {
            parsed.Fault(presence, "openOnHolidays", $"There is no station \"{unknown}\".{NameSuggestion.Hint(unknown, stations)}", index);
        }

        foreach (var pattern in presence.Patterns)
        {
            Place(parsed, site, pattern);
            Weeks(parsed, pattern);
        }

        foreach (var (second, first, day) in PatternConflicts.In(presence))
        {
            parsed.Fault(
                second, null,
                $"{second.Post} is in two places at once: at {second.Station} here, and already at {first.Station} ({
                    Said(parsed, first)}), for instance on {day:yyyy-MM-dd}.");
        }
    }

    private static void Place(ParsedSite parsed, SiteDefinition site, PresencePattern pattern)
    {
        if (site.Posts.FirstOrDefault(post => post.Id == pattern.Post) is not { } post)
        {
            parsed.Fault(pattern, "post", $"There is no post \"{pattern.Post}\".{NameSuggestion.Hint(pattern.Post, site.Posts.Select(known => known.Id))}");
        }
        else if (pattern.Station is null)
        {
            if (!pattern.OnCall)
            {
                parsed.Fault(pattern, null, $"\"station\" is missing: only an on-call duty serves every station of its post.");
            }
        }
        else if (!post.Stations.Contains(pattern.Station))
        {
            parsed.Fault(pattern, "station", site.Stations.Any(station => station.Id == pattern.Station)
                ? (FormattableString)$"{post.Id} does not serve \"{pattern.Station}\": its stations are {string.Join(", ", post.Stations)}."
                : $"There is no station \"{pattern.Station}\".{NameSuggestion.Hint(pattern.Station, post.Stations)}");
        }
    }

    private static void Weeks(ParsedSite parsed, PresencePattern pattern)
    {
        if (pattern is { Every: > 1, Anchor: null })
        {
            parsed.Fault(pattern, "every", $"\"anchor\" is missing: a day of a week in which the pattern is on.");
        }

        if (pattern.Nth == 0)
        {
            parsed.Fault(pattern, "nth", $"0 is no weekday of a month: 1 to 5, or -1 for the last.");
        }

        if (pattern.To < pattern.From)
        {
            parsed.Fault(pattern, "to", $"The pattern ends before it begins.");
        }

        if (pattern.Week.Count == 0)
        {
            parsed.Fault(pattern, "week", $"The week names no day.");
        }
    }

    private static FormattableString Said(ParsedSite parsed, PresencePattern pattern)
    {
        var (_, at) = parsed.Sources.Of(pattern);
        return $"line {at.Line}";
    }
}
