using Modular.Sites.Loading;

namespace Modular.Sites.Lifecycle;

/// <summary>One folder of the plugins folder, and its versions; or a site that another host told of, which has none here.</summary>
/// <param name="folder">Its path; null where there is none.</param>
/// <param name="name">The folder's name, or the site's identifier.</param>
/// <param name="found">Since when it is known.</param>
internal sealed class PluginFolder(string? folder, string name, DateTimeOffset found)
{
    public string? Folder => folder;

    public string Name => name;

    /// <summary>Null where there is none.</summary>
    public string? FolderName => folder is null ? null : name;

    /// <summary>How the folder looked last, and how it looked when it was last checked.</summary>
    public string? Seen { get; set; }

    public string? Checked { get; set; }

    /// <summary>What the folder itself holds, in use or not.</summary>
    public FolderVersion? Known { get; set; }

    public ActiveVersion? Active { get; set; }

    public InactiveVersion? Previous { get; set; }

    /// <summary>Refused, Faulted, CodeMissing, or Checked and set aside: beside the version that works, or alone.</summary>
    public InactiveVersion? Other { get; set; }

    /// <summary>The site's identifier as far as it is known: that of the version in use first.</summary>
    public string? SiteId =>
        Active?.Site.Id ?? (Other?.State is SiteState.Faulted or SiteState.CodeMissing or SiteState.Checked ? Other.Identity.Id : null);

    /// <summary>Another folder has the site that it names.</summary>
    public bool IsRefusedForItsName { get; set; }

    public IEnumerable<SiteStatus> Statuses()
    {
        if (Active is { } active)
        {
            var definition = active.Site.Definition;
            yield return new SiteStatus(FolderName, definition.Id, definition.Name, definition.Version, SiteState.Active, active.Since, [])
            {
                IsReceived = active.IsReceived,
            };
        }

        foreach (var version in new[] { Other, Previous }.OfType<InactiveVersion>())
        {
            var identity = version.Identity;
            yield return new SiteStatus(
                FolderName, identity.Id, identity.Name, identity.Version, version.State, version.Since, version.Faults);
        }

        if (Active is null && Other is null && Previous is null)
        {
            yield return new SiteStatus(FolderName, null, null, null, SiteState.Found, found, []);
        }
    }
}

/// <summary>The version that a folder holds.</summary>
internal sealed record FolderVersion(string Hash, SiteIdentity Identity)
{
    public string? Id => Identity.Id;
}

/// <summary>The version whose forms are open.</summary>
/// <param name="IsReceived">It came from another host.</param>
internal sealed record ActiveVersion(LoadedSite Site, GuardedRules Guard, DateTimeOffset Since, bool IsReceived = false);

/// <summary>A version that is not in use, and why.</summary>
internal sealed record InactiveVersion(SiteState State, string Hash, SiteIdentity Identity, DateTimeOffset Since, IReadOnlyList<Fault> Faults)
{
    /// <summary>The site without its code, when that is all that is missing.</summary>
    public LoadedSite? ReadOnly { get; init; }
}
