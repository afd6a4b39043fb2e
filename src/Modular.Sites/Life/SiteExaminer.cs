using Modular.Sites.Loading;
using Modular.Sites.Reading;

namespace Modular.Sites.Life;

/// <summary>Decides what becomes of a folder's version: in use, refused beside the one that works, or set aside.</summary>
internal sealed class SiteExaminer(SiteFolders folders, PassedVersions passed, IEnumerable<ISiteCheck> checks, TimeProvider time)
{
    private readonly VersionShelf _shelf = new(folders.Data);

    /// <summary>Whether versions are copied and remembered; a command only looks.</summary>
    public bool Keeps { get; set; }

    /// <summary>The folder whose version was in use before a restart goes first.</summary>
    public bool IsKeeper(PluginSlot slot) =>
        SiteClaim.Of(PluginFiles.Read(slot.Folder, new Faults())).Id is { } id && _shelf.Read(id).Folder == slot.Name;

    public void Examine(PluginSlot slot, IEnumerable<PluginSlot> others)
    {
        var faults = new Faults();
        var files = PluginFiles.Read(slot.Folder, faults);
        var (claim, hash) = (SiteClaim.Of(files), files.Hash());
        var owner = claim.Id is null ? null : others.FirstOrDefault(other => other != slot && other.SiteId == claim.Id);
        slot.IsRefusedForItsName = owner is not null;
        if (owner is not null)
        {
            faults.Add("site.json", claim.At, $"The site \"{claim.Id}\" stands already in the folder {owner.Name}.");
            Stand(slot, SiteState.Refused, claim, hash, faults.Sorted);
        }
        else if (slot.Active?.Site.Hash == hash)
        {
            slot.Other = null;
        }
        else
        {
            Judge(slot, files, claim, hash, faults);
        }
    }

    private void Judge(PluginSlot slot, PluginFiles files, SiteClaim claim, string hash, Faults faults)
    {
        var kept = claim.Id is null ? KeptVersions.None : _shelf.Read(claim.Id);
        var read = Read(files, claim.Id, hash, faults);
        if (read.Site is null)
        {
            Stand(slot, SiteState.Refused, claim, hash, read.Faults);
            slot.Active ??= Kept(claim.Id, kept);
        }
        else if (hash == kept.Faulted)
        {
            Stand(slot, SiteState.Faulted, claim, hash, FaultedReason);
            slot.Active ??= Kept(claim.Id, kept);
            slot.Previous ??= PreviousOf(read.Site, kept);
        }
        else if (hash == kept.SetAside && (slot.Active ??= Kept(claim.Id, kept)) is not null)
        {
            Stand(slot, SiteState.Checked, claim, hash, []);
        }
        else
        {
            Activate(slot, read, files, kept);
        }
    }

    public void TakeOutOfService(PluginSlot slot)
    {
        var active = slot.Active!;
        slot.Active = null;
        slot.Other = new StandingVersion(SiteState.Faulted, active.Site.Hash, ClaimOf(active.Site), time.GetUtcNow(), FaultedReason);
        Remember(active.Site.Id, kept => kept with { Active = null, Since = null, Faulted = active.Site.Hash });
    }

    public ActiveVersion? GoBack(PluginSlot slot, StandingVersion previous)
    {
        if (previous.Claim.Id is not { } id || !_shelf.Has(id, previous.Hash) || Load(id, previous.Hash, time.GetUtcNow()) is not { } active)
        {
            return null;
        }

        var left = slot.Active?.Site;
        slot.Active = active;
        slot.Previous = null;
        slot.Other = left is null ? slot.Other : new StandingVersion(SiteState.Checked, left.Hash, ClaimOf(left), time.GetUtcNow(), []);
        Remember(id, kept => kept with { Active = previous.Hash, Since = active.Since, Previous = null, SetAside = left?.Hash ?? kept.SetAside });
        return active;
    }

    private static readonly IReadOnlyList<Fault> FaultedReason =
        [Fault.At("site.json", Position.WholeFile, $"Its rules failed {GuardedRules.FailuresAllowed} times in {GuardedRules.FailureWindow.TotalMinutes:0} minutes. Put a version that works in its place.")];

    private ReadSite Read(PluginFiles files, string? id, string hash, Faults faults)
    {
        try
        {
            var read = SiteLoader.Read(files, Keeps && id is not null ? () => _shelf.Keep(files, id, hash) : null, checks, passed.Has(hash), time, faults);
            if (read.Site is not null)
            {
                passed.Add(hash);
            }

            return read;
        }
        catch (Exception failure)
        {
            // Whatever a plugin holds, and whatever another module's check makes of it: this folder alone is refused.
            faults.Add("site.json", Position.WholeFile, $"The folder could not be checked ({failure.GetType().Name}).");
            return new ReadSite(null, null, faults.Sorted);
        }
    }

    private void Activate(PluginSlot slot, ReadSite read, PluginFiles files, KeptVersions kept)
    {
        var site = read.Site!;
        if (Keeps)
        {
            _shelf.Keep(files, site.Id, site.Hash);
        }

        var before = slot.Active?.Site is { } replaced && replaced.Id == site.Id
            ? new StandingVersion(SiteState.Previous, replaced.Hash, ClaimOf(replaced), time.GetUtcNow(), [])
            : PreviousOf(site, kept);
        var since = kept.Active == site.Hash && kept.Since is { } known ? known : time.GetUtcNow();
        slot.Active = new ActiveVersion(site, read.Guard!, since);
        (slot.Previous, slot.Other) = (before, null);
        Remember(site.Id, _ => new KeptVersions(slot.Name, site.Hash, since, before?.Hash, null, null));
    }

    /// <summary>After a restart: the version that was in use, when the folder holds another one now; else the one before it.</summary>
    private StandingVersion? PreviousOf(LoadedSite site, KeptVersions kept)
    {
        var hash = kept.Active is not null && kept.Active != site.Hash ? kept.Active : kept.Previous;
        return hash is not null && hash != site.Hash && _shelf.Has(site.Id, hash)
            ? new StandingVersion(SiteState.Previous, hash, SiteClaim.Of(PluginFiles.Read(_shelf.PathOf(site.Id, hash), new Faults())), kept.Since ?? time.GetUtcNow(), [])
            : null;
    }

    private ActiveVersion? Kept(string? id, KeptVersions kept) =>
        id is not null && kept.Active is { } hash ? Load(id, hash, kept.Since ?? time.GetUtcNow()) : null;

    private ActiveVersion? Load(string id, string hash, DateTimeOffset since)
    {
        if (!_shelf.Has(id, hash))
        {
            return null;
        }

        var read = SiteLoader.Read(_shelf.PathOf(id, hash), checks, time);
        return read.Site is { } site ? new ActiveVersion(site, read.Guard!, since) : null;
    }

    private void Stand(PluginSlot slot, SiteState state, SiteClaim claim, string hash, IReadOnlyList<Fault> faults) =>
        slot.Other = new StandingVersion(state, hash, claim, time.GetUtcNow(), faults);

    private static SiteClaim ClaimOf(LoadedSite site) => new(site.Id, Position.WholeFile, site.Definition.Name, site.Definition.Version);

    private void Remember(string id, Func<KeptVersions, KeptVersions> change)
    {
        if (Keeps)
        {
            _shelf.Write(id, change(_shelf.Read(id)));
        }
    }
}
