using Modular.Sites.Loading;
using Modular.Sites.Reading;

namespace Modular.Sites.Lifecycle;

/// <summary>Decides what becomes of a folder's version: in use, refused beside the one that works, or set aside.</summary>
/// <param name="shared">Null on a host that is alone with its database.</param>
internal sealed class SiteActivator(
    VersionRepository versions, CheckedVersions passed, SiteLoader loader, TimeProvider time, ISharedVersions? shared = null)
{
    /// <summary>Whether versions are copied and remembered; a command only looks.</summary>
    public bool KeepsVersions { get; set; }

    /// <summary>The folder whose version was in use before a restart goes first.</summary>
    public bool IsKeeper(PluginFolder plugin) =>
        SiteIdentity.Of(PluginFiles.Read(plugin.Folder!, new Faults())).Id is { } id && versions.Read(id).Folder == plugin.Name;

    public DateTimeOffset Now => time.GetUtcNow();

    public void Update(PluginFolder plugin, IEnumerable<PluginFolder> others)
    {
        var faults = new Faults();
        var files = PluginFiles.Read(plugin.Folder!, faults);
        var (identity, hash) = (SiteIdentity.Of(files), files.Hash());
        plugin.Known = new FolderVersion(hash, identity);
        var owner = identity.Id is null ? null : others.FirstOrDefault(other => other != plugin && other.SiteId == identity.Id);
        if (owner is { Folder: null })
        {
            // It came from another host, and has its folder from now on.
            (plugin.Active, plugin.Previous, owner) = (owner.Active, owner.Previous, null);
        }

        plugin.IsRefusedForItsName = owner is not null;
        if (owner is not null)
        {
            faults.Add("site.json", identity.At, $"The site \"{identity.Id}\" stands already in the folder {owner.Name}.");
            Record(plugin, SiteState.Refused, identity, hash, faults.Sorted);
        }
        else if (plugin.Active?.Site.Hash == hash)
        {
            plugin.Other = null;
            Remember(identity.Id!, kept => kept with { Folder = plugin.Name, SetAside = null });
        }
        else
        {
            Decide(plugin, files, identity, hash, faults);
        }
    }

    private void Decide(PluginFolder plugin, PluginFiles files, SiteIdentity identity, string hash, Faults faults)
    {
        var kept = identity.Id is null ? KeptVersions.None : versions.Read(identity.Id);
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
        else if (hash == kept.SetAside && ((plugin.Active ??= Kept(identity.Id, kept)) is not null || (shared is not null && kept.Number is not null)))
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
        if (previous.Identity.Id is not { } id || !versions.Has(id, previous.Hash) || Load(id, previous.Hash, time.GetUtcNow()) is not { } active)
        {
            return null;
        }

        var left = plugin.Active?.Site;
        plugin.Active = active;
        plugin.Previous = null;
        plugin.Other = left is null ? plugin.Other : new InactiveVersion(SiteState.Checked, left.Hash, IdentityOf(left), time.GetUtcNow(), []);
        Remember(id, kept => kept with
        {
            Active = previous.Hash,
            Since = active.Since,
            Previous = null,
            SetAside = left?.Hash ?? kept.SetAside,
            IsUntold = true,
            IsReceived = false,
        });
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
            var loaded = loader.Load(files, KeepsVersions && id is not null ? () => versions.Keep(files, id, hash) : null, passed.Has(hash), faults);
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
            versions.Keep(files, site.Id, site.Hash);
        }

        var before = plugin.Active?.Site is { } replaced && replaced.Id == site.Id
            ? new InactiveVersion(SiteState.Previous, replaced.Hash, IdentityOf(replaced), time.GetUtcNow(), [])
            : PreviousOf(site, kept);
        var since = kept.Active == site.Hash && kept.Since is { } known ? known : time.GetUtcNow();
        plugin.Active = new ActiveVersion(site, loaded.Guard!, since);
        (plugin.Previous, plugin.Other) = (before, null);
        Remember(site.Id, _ => new KeptVersions(
            plugin.Name, site.Hash, since, before?.Hash, null, null, kept.Number, kept.IsUntold || kept.Active != site.Hash));
    }

    /// <summary>Puts a version of another host in use, which is kept here whole; the folder's own stays away until it changes.</summary>
    public void Follow(PluginFolder plugin, SharedUse use, string hash)
    {
        var (faults, kept) = (new Faults(), versions.Read(use.Site));
        if (hash == kept.Faulted)
        {
            Record(plugin, SiteState.Faulted, SiteIdentity.Of(versions.Read(use.Site, hash)), hash, FaultedReason);
            return;
        }

        var files = versions.Read(use.Site, hash);
        var loaded = Load(files, use.Site, hash, faults);
        if (loaded.Site is not { } site || site.Id != use.Site)
        {
            Record(plugin, SiteState.Refused, SiteIdentity.Of(files), hash, loaded.Faults);
            return;
        }

        var (before, isReceived) = (plugin.Active?.Site, plugin.Known?.Hash != hash);
        plugin.Active = new ActiveVersion(site, loaded.Guard!, time.GetUtcNow(), isReceived);
        plugin.Previous = before is null
            ? PreviousOf(site, kept)
            : new InactiveVersion(SiteState.Previous, before.Hash, IdentityOf(before), time.GetUtcNow(), []);
        SetAside(plugin);
        var (folder, aside) = (plugin.FolderName, isReceived ? plugin.Known?.Hash : null);
        Remember(site.Id, _ => new KeptVersions(
            folder, hash, plugin.Active.Since, plugin.Previous?.Hash, aside, Faulted: null, use.Number, IsUntold: false, isReceived));
    }

    /// <summary>Another host took the site away.</summary>
    public void Close(PluginFolder plugin, SharedUse use)
    {
        (plugin.Active, plugin.Previous, plugin.Other) = (null, null, null);
        SetAside(plugin);
        Remember(use.Site, kept => ClosedBy(kept, plugin, use));
    }

    /// <summary>Another host uses a version whose code is not here: what is stored stays readable, and nothing is written by other rules.</summary>
    /// <param name="files">What is here of it: all but code.</param>
    /// <param name="missing">What is not.</param>
    /// <param name="place">Where it is looked for.</param>
    public void CloseForCode(PluginFolder plugin, SharedUse use, PluginFiles files, IReadOnlyList<string> missing, string place)
    {
        (plugin.Active, plugin.Previous) = (null, null);
        Record(plugin, SiteState.CodeMissing, SiteIdentity.Of(files), use.Hash!, [
            .. missing.Select(file => Fault.At(
                file, Position.WholeFile,
                $"Another host uses this version, and this one does not have the file: put the plugin's folder into {place} here as well.")),
        ]);
        plugin.Other = plugin.Other! with { ReadOnly = loader.LoadToRead(files, use.Hash!) };
        Remember(use.Site, kept => ClosedBy(kept, plugin, use));
    }

    /// <summary>What was in use is the version before, to go back to.</summary>
    private static KeptVersions ClosedBy(KeptVersions kept, PluginFolder plugin, SharedUse use) =>
        KeptVersions.None with { Folder = kept.Folder, Previous = kept.Active ?? kept.Previous, SetAside = plugin.Known?.Hash, Number = use.Number };

    /// <summary>What came from another host cannot be read.</summary>
    public void Refuse(PluginFolder plugin, string hash, string reason) => Record(
        plugin, SiteState.Refused, new SiteIdentity(plugin.SiteId ?? plugin.Known?.Id ?? plugin.Name, Position.WholeFile, null, null), hash,
        [Fault.At("site.json", Position.WholeFile, $"The version that another host uses cannot be read ({reason}).")]);

    public void Remember(string id, Func<KeptVersions, KeptVersions> change)
    {
        if (KeepsVersions)
        {
            var kept = versions.Read(id);
            if (change(kept) is var changed && changed != kept)
            {
                versions.Write(id, changed);
            }
        }
    }

    /// <summary>The version that was in use before a restart, or none.</summary>
    public ActiveVersion? Kept(string id) => Kept(id, versions.Read(id));

    /// <summary>What the folder holds, when it is not what is in use; what is wrong with it stays told.</summary>
    private void SetAside(PluginFolder plugin)
    {
        if (plugin.Known is not { } known || known.Hash == plugin.Active?.Site.Hash)
        {
            plugin.Other = null;
        }
        else if (plugin.Other is not { State: SiteState.Refused } refused || refused.Hash != known.Hash)
        {
            Record(plugin, SiteState.Checked, known.Identity, known.Hash, []);
        }
    }

    /// <summary>After a restart: the version that was in use, when the folder holds another one now; else the one before it.</summary>
    private InactiveVersion? PreviousOf(LoadedSite site, KeptVersions kept)
    {
        var hash = kept.Active is not null && kept.Active != site.Hash ? kept.Active : kept.Previous;
        return hash is not null && hash != site.Hash && versions.Has(site.Id, hash)
            ? new InactiveVersion(
                SiteState.Previous, hash, SiteIdentity.Of(PluginFiles.Read(versions.PathOf(site.Id, hash), new Faults())), kept.Since ?? time.GetUtcNow(), [])
            : null;
    }

    private ActiveVersion? Kept(string? id, KeptVersions kept) =>
        id is not null && kept.Active is { } hash && Load(id, hash, kept.Since ?? time.GetUtcNow()) is { } active
            ? active with { IsReceived = kept.IsReceived }
            : null;

    private ActiveVersion? Load(string id, string hash, DateTimeOffset since)
    {
        if (!versions.Has(id, hash))
        {
            return null;
        }

        var loaded = Load(versions.Read(id, hash), id, hash, new Faults());
        return loaded.Site is { } site ? new ActiveVersion(site, loaded.Guard!, since) : null;
    }

    private void Record(PluginFolder plugin, SiteState state, SiteIdentity identity, string hash, IReadOnlyList<Fault> faults) =>
        plugin.Other = new InactiveVersion(state, hash, identity, time.GetUtcNow(), faults);

    private static SiteIdentity IdentityOf(LoadedSite site) => new(site.Id, Position.WholeFile, site.Definition.Name, site.Definition.Version);
}
