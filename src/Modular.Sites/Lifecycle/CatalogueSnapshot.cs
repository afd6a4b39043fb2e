using Modular.Contracts.Wording;

namespace Modular.Sites.Lifecycle;

/// <summary>One moment of the catalogue: replaced as a whole, so that nobody ever reads half a change.</summary>
internal sealed record CatalogueSnapshot(IReadOnlyList<LoadedSite> Active, IReadOnlyList<SiteStatus> All, IReadOnlyDictionary<string, LoadedSite> ById)
{
    public static CatalogueSnapshot Of(IReadOnlyCollection<PluginFolder> plugins)
    {
        List<LoadedSite> active =
            [.. plugins.Select(plugin => plugin.Active?.Site).OfType<LoadedSite>().OrderBy(site => site.Definition.Name, FrenchLetters.ByName)];
        return new(
            active, [.. plugins.OrderBy(plugin => plugin.Name, StringComparer.Ordinal).SelectMany(plugin => plugin.Statuses())],
            active.ToDictionary(site => site.Id));
    }
}
