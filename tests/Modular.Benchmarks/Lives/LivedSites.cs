using Modular.Sites;

namespace Modular.Benchmarks.Lives;

/// <summary>The sites of one life, read and checked once: whichever database their hosts are on, they are the same.</summary>
internal sealed class LivedSites(IReadOnlyList<LoadedSite> sites) : ISiteCatalogue
{
    public IReadOnlyList<LoadedSite> Active => sites;

    public IReadOnlyList<SiteStatus> All => [];

    public event Action? Changed
    {
        add { }
        remove { }
    }

    public IReadOnlyList<LoadedSite> Readable => sites;

    public LoadedSite? FindReadable(string id) => Find(id);

    public LoadedSite? Find(string id) => sites.FirstOrDefault(site => site.Id == id);

    public static LoadedSite Load(string folder)
    {
        var (site, faults) = new SiteLoader(TimeProvider.System).Load(folder);
        return site ?? throw new InvalidOperationException(string.Join('\n', faults));
    }
}
