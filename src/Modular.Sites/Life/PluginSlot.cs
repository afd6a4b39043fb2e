using Modular.Sites.Loading;

namespace Modular.Sites.Life;

/// <summary>One folder of the plugins folder and what became of it.</summary>
internal sealed class PluginSlot(string folder, DateTimeOffset found)
{
    public string Folder => folder;

    public string Name => Path.GetFileName(folder);

    /// <summary>How the folder looked last, and how it looked when it was last checked.</summary>
    public string? Seen { get; set; }

    public string? Checked { get; set; }

    public ActiveVersion? Active { get; set; }

    public StandingVersion? Previous { get; set; }

    /// <summary>Refused, Faulted, or Checked and set aside: beside the version that works, or alone.</summary>
    public StandingVersion? Other { get; set; }

    /// <summary>The site's identifier as far as it is known: that of the version in use first.</summary>
    public string? SiteId => Active?.Site.Id ?? (Other?.State == SiteState.Faulted ? Other.Claim.Id : null);

    /// <summary>Another folder has the site it claims.</summary>
    public bool IsRefusedForItsName { get; set; }

    public IEnumerable<SiteStatus> Statuses()
    {
        if (Active is { } active)
        {
            yield return new SiteStatus(Name, active.Site.Id, active.Site.Definition.Name, active.Site.Definition.Version, SiteState.Active, active.Since, []);
        }

        foreach (var standing in new[] { Other, Previous }.OfType<StandingVersion>())
        {
            yield return new SiteStatus(Name, standing.Claim.Id, standing.Claim.Name, standing.Claim.Version, standing.State, standing.Since, standing.Faults);
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
internal sealed record StandingVersion(SiteState State, string Hash, SiteClaim Claim, DateTimeOffset Since, IReadOnlyList<Fault> Faults);
