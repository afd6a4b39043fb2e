using Modular.Sites.Loading;

namespace Modular.Sites.Lifecycle;

/// <summary>One folder of the plugins folder, and its versions.</summary>
internal sealed class PluginFolder(string folder, DateTimeOffset found)
{
    public string Folder => folder;

    public string Name => Path.GetFileName(folder);

    /// <summary>How the folder looked last, and how it looked when it was last checked.</summary>
    public string? Seen { get; set; }

    public string? Checked { get; set; }

    public ActiveVersion? Active { get; set; }

    public InactiveVersion? Previous { get; set; }

    /// <summary>Refused, Faulted, or Checked and set aside: beside the version that works, or alone.</summary>
    public InactiveVersion? Other { get; set; }

    /// <summary>The site's identifier as far as it is known: that of the version in use first.</summary>
    public string? SiteId => Active?.Site.Id ?? (Other?.State == SiteState.Faulted ? Other.Identity.Id : null);

    /// <summary>Another folder has the site that it names.</summary>
    public bool IsRefusedForItsName { get; set; }

    public IEnumerable<SiteStatus> Statuses()
    {
        if (Active is { } active)
        {
            yield return new SiteStatus(Name, active.Site.Id, active.Site.Definition.Name, active.Site.Definition.Version, SiteState.Active, active.Since, []);
        }

        foreach (var version in new[] { Other, Previous }.OfType<InactiveVersion>())
        {
            yield return new SiteStatus(
                Name, version.Identity.Id, version.Identity.Name, version.Identity.Version, version.State, version.Since, version.Faults);
        }

        if (Active is null && Other is null && Previous is null)
        {
            yield return new SiteStatus(Name, null, null, null, SiteState.Found, found, []);
        }
    }
}

/// <summary>The version whose forms are open.</summary>
internal sealed record ActiveVersion(LoadedSite Site, GuardedRules Guard, DateTimeOffset Since);

/// <summary>A version that is not in use, and why.</summary>
internal sealed record InactiveVersion(SiteState State, string Hash, SiteIdentity Identity, DateTimeOffset Since, IReadOnlyList<Fault> Faults);
