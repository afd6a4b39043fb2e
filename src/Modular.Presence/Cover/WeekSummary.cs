using Modular.Presence.Days;
using Modular.Sites;

namespace Modular.Presence.Cover;

/// <summary>A week in numbers and sentences, as the weekly digest says it. No worker is named.</summary>
/// <param name="Warnings">French sentences: cover that breaks or that nobody checked, half-days uncovered or missing, one person at two stations.</param>
public sealed record WeekSummary(string Site, string SiteName, IsoWeek Week, IReadOnlyList<StationWeek> Stations, IReadOnlyList<string> Warnings)
{
    public int Promised => Stations.Sum(station => station.Promised);

    public int Planned => Stations.Sum(station => station.Planned);

    public int Held => Stations.Sum(station => station.Held);

    internal static WeekSummary Of(LoadedSite site, PresenceWeek week) =>
        new(site.Id, site.Definition.Name, week.Week, week.Stations, [.. PresenceWarnings.Of(site, week).Select(warning => warning.Sentence)]);
}
