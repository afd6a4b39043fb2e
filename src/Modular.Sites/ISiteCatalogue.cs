namespace Modular.Sites;

/// <summary>The sites as they are now. Each property is a snapshot: two reads may see two versions, one read never sees half of one.</summary>
public interface ISiteCatalogue
{
    /// <summary>The sites whose forms are open, by name.</summary>
    IReadOnlyList<LoadedSite> Active { get; }

    /// <summary>Every plugin found, refused and faulted ones included.</summary>
    IReadOnlyList<SiteStatus> All { get; }

    /// <summary>The active version of a site, or null.</summary>
    LoadedSite? Find(string id);

    /// <summary>The sites that are shown, by name: the active ones, and those whose code is not on this host, which are read and not written.</summary>
    IReadOnlyList<LoadedSite> Readable { get; }

    /// <summary>One of <see cref="Readable"/>, or null.</summary>
    LoadedSite? FindReadable(string id);

    /// <summary>Raised after the active sites changed.</summary>
    event Action? Changed;
}

public enum SiteState
{
    Found,
    Checked,
    Active,
    Previous,
    Refused,
    Faulted,

    /// <summary>In use on another host, and this one has not its code: the site's forms are closed here.</summary>
    CodeMissing,
}

/// <summary>A plugin folder and what became of it. <paramref name="Faults"/> tells why a version was refused.</summary>
/// <param name="Folder">Null when the site came from another host and has no folder here.</param>
public sealed record SiteStatus(string? Folder, string? Id, string? Name, string? Version, SiteState State, DateTimeOffset Since, IReadOnlyList<Fault> Faults)
{
    /// <summary>The version came from another host.</summary>
    public bool IsReceived { get; init; }
}

/// <summary>A check that another module adds: Reporting checks that templates name declared figures.</summary>
public interface IStaticCheck
{
    /// <param name="site">What was read, already well formed.</param>
    /// <returns>Faults told in English and in French: commands and pages show them.</returns>
    IEnumerable<Fault> Check(LoadedSite site);
}
