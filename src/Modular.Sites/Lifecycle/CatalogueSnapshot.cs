using Modular.Contracts.Wording;

namespace Modular.Sites.Lifecycle;

/// <summary>One moment of the catalogue: replaced as a whole, so that nobody ever reads half a change.</summary>
internal sealed record CatalogueSnapshot(
    IReadOnlyList<LoadedSite> Active,
    IReadOnlyList<LoadedSite> Readable,
    IReadOnlyList<SiteStatus> All,
    IReadOnlyDictionary<string, LoadedSite> ById,
    IReadOnlyDictionary<string, LoadedSite> ReadableById)
{
    public static CatalogueSnapshot Of(IReadOnlyCollection<PluginFolder> plugins)
    {
        List<LoadedSite> readable =
        [
            .. plugins.Select(plugin => plugin.Active?.Site ?? plugin.Other?.ReadOnly).OfType<LoadedSite>()
                .OrderBy(site => site.Definition.Name, FrenchLetters.ByName),
        ];
        List<LoadedSite> active = [.. readable.Where(site => !site.IsReadOnly)];
        return new(
            active, readable, [.. plugins.OrderBy(plugin => plugin.Name, StringComparer.Ordinal).SelectMany(plugin => plugin.Statuses())],
            active.ToDictionary(site => site.Id), readable.ToDictionary(site => site.Id));
    }
}
