using Modular.Sites;

namespace Modular.Tests;

/// <summary>A host with one site. Link it from a test project that references Sites.</summary>
internal sealed class OneSite(LoadedSite site) : ISiteCatalogue
{
    public IReadOnlyList<LoadedSite> Active => [site];

    public IReadOnlyList<SiteStatus> All => [];

    public IReadOnlyList<LoadedSite> Readable => Active;

    public LoadedSite? FindReadable(string id) => Find(id);

    public LoadedSite? Find(string id) => id == site.Id ? site : null;

    public event Action? Changed
    {
        add { }
        remove { }
    }
}
