using Modular.Sites.Loading;
using Modular.Sites.Reading;

namespace Modular.Sites.Lifecycle;

/// <summary>Decides what becomes of a folder's version: in use, refused beside the one that works, or set aside.</summary>
internal sealed class SiteActivator(SitePaths paths, CheckedVersions passed, SiteLoader loader, TimeProvider time)
{
    private readonly VersionRepository _versions = new(paths.Data);

    /// <summary>Whether versions are copied and remembered; a command only looks.</summary>
    public bool KeepsVersions { get; set; }

    /// <summary>The folder whose version was in use before a restart goes first.</summary>
    public bool IsKeeper(PluginFolder plugin) =>
        SiteIdentity.Of(PluginFiles.Read(plugin.Folder, new Faults())).Id is { } id && _versions.Read(id).Folder == plugin.Name;

    public void Update(PluginFolder plugin, IEnumerable<PluginFolder> others)
    {
        var faults = new Faults();
        var files = PluginFiles.Read(plugin.Folder, faults);
        var (identity, hash) = (SiteIdentity.Of(files), files.Hash());
        var owner = identity.Id is null ? null : others.FirstOrDefault(other => other != plugin && other.SiteId == identity.Id);
        plugin.IsRefusedForItsName = owner is not null;
        if (owner is not null)
        {
            faults.Add("site.json", identity.At, $"The site \"{identity.Id}\" stands already in the folder {owner.Name}.");
            Record(plugin, SiteState.Refused, identity, hash, faults.Sorted);
        }
        else if (plugin.Active?.Site.Hash == hash)
        {
            plugin.Other = null;
        }
        else
        {
            Decide(plugin, files, identity, hash, faults);
        }
    }

    private void Decide(PluginFolder plugin, PluginFiles files, SiteIdentity identity, string hash, Faults faults)
    {
        var kept = identity.Id is null ? KeptVersions.None : _versions.Read(identity.Id);
        var loaded = Load(files, identity.Id, hash, faults);
        if (loaded.Site is null)
        {
            Record(plugin, SiteState.Refused, identity, hash, loaded.Faults);
            plugin.Active ??= Kept(identity.Id, kept);
        }
        else if (hash == kept.Faulted)
        {
            Record(plugin, SiteState.Faulted, identity, hash, FaultedReason);
            plugin.Active ??= Kept(identity.Id, kept);
            plugin.Previous ??= PreviousOf(loaded.Site, kept);
        }
        else if (hash == kept.SetAside && (plugin.Active ??= Kept(identity.Id, kept)) is not null)
        {
            Record(plugin, SiteState.Checked, identity, hash, []);
        }
        else
        {
            Activate(plugin, loaded, files, kept);
        }
    }

    public void TakeOutOfService(PluginFolder plugin)
    {
        var active = plugin.Active!;
        plugin.Active = null;
        plugin.Other = new InactiveVersion(SiteState.Faulted, active.Site.Hash, IdentityOf(active.Site), time.GetUtcNow(), FaultedReason);
        Remember(active.Site.Id, kept => kept with { Active = null, Since = null, Faulted = active.Site.Hash });
    }

    public ActiveVersion? GoBack(PluginFolder plugin, InactiveVersion previous)
    {
        if (previous.Identity.Id is not { } id || !_versions.Has(id, previous.Hash) || Load(id, previous.Hash, time.GetUtcNow()) is not { } active)
        {
            return null;
        }

        var left = plugin.Active?.Site;
        plugin.Active = active;
        plugin.Previous = null;
        plugin.Other = left is null ? plugin.Other : new InactiveVersion(SiteState.Checked, left.Hash, IdentityOf(left), time.GetUtcNow(), []);
        Remember(id, kept => kept with { Active = previous.Hash, Since = active.Since, Previous = null, SetAside = left?.Hash ?? kept.SetAside });
        return active;
    }

    private static readonly IReadOnlyList<Fault> FaultedReason =
    [
        Fault.At(
            "site.json", Position.WholeFile,
            $"Its rules failed {GuardedRules.FailuresAllowed} times in {
                GuardedRules.FailureWindow.TotalMinutes:0} minutes. Put a version that works in its place."),
    ];

    private LoadResult Load(PluginFiles files, string? id, string hash, Faults faults)
    {
        try
        {
            var loaded = loader.Load(files, KeepsVersions && id is not null ? () => _versions.Keep(files, id, hash) : null, passed.Has(hash), faults);
            if (loaded.Site is not null)
            {
                passed.Add(hash);
            }

            return loaded;
        }
        catch (Exception failure)
        {
            // Whatever a plugin holds, and whatever another module's check makes of it: this folder alone is refused.
            faults.Add("site.json", Position.WholeFile, $"The folder could not be checked ({failure.GetType().Name}).");
            return new LoadResult(null, faults.Sorted);
        }
    }

    private void Activate(PluginFolder plugin, LoadResult loaded, PluginFiles files, KeptVersions kept)
    {
        var site = loaded.Site!;
        if (KeepsVersions)
        {
            _versions.Keep(files, site.Id, site.Hash);
        }

        var before = plugin.Active?.Site is { } replaced && replaced.Id == site.Id
            ? new InactiveVersion(SiteState.Previous, replaced.Hash, IdentityOf(replaced), time.GetUtcNow(), [])
            : PreviousOf(site, kept);
        var since = kept.Active == site.Hash && kept.Since is { } known ? known : time.GetUtcNow();
        plugin.Active = new ActiveVersion(site, loaded.Guard!, since);
        (plugin.Previous, plugin.Other) = (before, null);
        Remember(site.Id, _ => new KeptVersions(plugin.Name, site.Hash, since, before?.Hash, null, null));
    }

    /// <summary>After a restart: the version that was in use, when the folder holds another one now; else the one before it.</summary>
    private InactiveVersion? PreviousOf(LoadedSite site, KeptVersions kept)
    {
        var hash = kept.Active is not null && kept.Active != site.Hash ? kept.Active : kept.Previous;
        return hash is not null && hash != site.Hash && _versions.Has(site.Id, hash)
            ? new InactiveVersion(
                SiteState.Previous, hash, SiteIdentity.Of(PluginFiles.Read(_versions.PathOf(site.Id, hash), new Faults())), kept.Since ?? time.GetUtcNow(), [])
            : null;
    }

    private ActiveVersion? Kept(string? id, KeptVersions kept) =>
        id is not null && kept.Active is { } hash ? Load(id, hash, kept.Since ?? time.GetUtcNow()) : null;

    private ActiveVersion? Load(string id, string hash, DateTimeOffset since)
    {
        if (!_versions.Has(id, hash))
        {
            return null;
        }

        var loaded = loader.Load(_versions.PathOf(id, hash));
        return loaded.Site is { } site ? new ActiveVersion(site, loaded.Guard!, since) : null;
    }

    private void Record(PluginFolder plugin, SiteState state, SiteIdentity identity, string hash, IReadOnlyList<Fault> faults) =>
        plugin.Other = new InactiveVersion(state, hash, identity, time.GetUtcNow(), faults);

    private static SiteIdentity IdentityOf(LoadedSite site) => new(site.Id, Position.WholeFile, site.Definition.Name, site.Definition.Version);

    private void Remember(string id, Func<KeptVersions, KeptVersions> change)
    {
        if (KeepsVersions)
        {
            _versions.Write(id, change(_versions.Read(id)));
        }
    }
}
