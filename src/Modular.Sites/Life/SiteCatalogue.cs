using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Modular.Contracts.Wording;

namespace Modular.Sites.Life;

/// <summary>
/// The sites as they stand. Opened by the host, it keeps what it uses and follows what changes on disk; read without being opened (a command), it looks
/// once and keeps nothing of it unless it is told to.
/// </summary>
internal sealed partial class SiteCatalogue(SiteFolders folders, SiteExaminer examiner, PassedVersions passed, TimeProvider time, ILogger<SiteCatalogue> log) : ISiteCatalogue, ISiteVersions
{
    private readonly Lock _scanning = new();
    private readonly Dictionary<string, PluginSlot> _slots = [];
    private readonly ConcurrentQueue<(PluginSlot Slot, ActiveVersion Version)> _failed = new();
    private Standing? _standing;

    public event Action? Changed;

    /// <summary>Raised when something should be looked at before the next round.</summary>
    public event Action? Woken;

    public IReadOnlyList<LoadedSite> Active => Now.Active;

    public IReadOnlyList<SiteStatus> All => Now.All;

    public LoadedSite? Find(string id) => Now.ById.GetValueOrDefault(id);

    /// <summary>Checks every folder now, and keeps what it uses from here on.</summary>
    public void Open()
    {
        lock (_scanning)
        {
            examiner.Keeps = true;
            _slots.Clear();
            Round(patient: false);
        }
    }

    /// <summary>Looks at what changed. A folder is checked once it looked the same twice, so that none is read while somebody still copies into it.</summary>
    /// <returns>Whether some folder waits for the next look.</returns>
    public bool Look()
    {
        lock (_scanning)
        {
            return Round(patient: true);
        }
    }

    public bool RollBack(string site)
    {
        lock (_scanning)
        {
            if (_slots.Values.FirstOrDefault(slot => slot.SiteId == site) is not { Previous: { } previous } slot
                || examiner.GoBack(slot, previous) is not { } active)
            {
                return false;
            }

            Follow(slot, active);
            Publish();
            return true;
        }
    }

    public void KeepPassed() => passed.Keep();

    private Standing Now
    {
        get
        {
            if (_standing is null)
            {
                lock (_scanning)
                {
                    if (_standing is null)
                    {
                        Round(patient: false);
                    }
                }
            }

            return _standing!;
        }
    }

    private bool Round(bool patient)
    {
        var found = folders.List();
        var changed = _standing is null | RemoveMissing(found) | TakeOutOfService();
        var due = new List<PluginSlot>();
        var waiting = false;
        foreach (var folder in found)
        {
            changed |= !_slots.ContainsKey(folder);
            var slot = SlotOf(folder);
            var print = Fingerprint.Of(folder);
            if (print == slot.Checked && !IsFreed(slot))
            {
                continue;
            }

            if (patient && print != slot.Seen)
            {
                waiting = true;
            }
            else
            {
                slot.Checked = print;
                due.Add(slot);
            }

            slot.Seen = print;
        }

        // Of two folders that claim one site, the one that had it before a restart keeps it.
        foreach (var slot in due.Count > 1 ? due.OrderByDescending(examiner.IsKeeper) : due.AsEnumerable())
        {
            Examine(slot);
            changed = true;
        }

        if (changed)
        {
            Publish();
            if (examiner.Keeps)
            {
                passed.Keep();
            }
        }

        return waiting;
    }

    private void Examine(PluginSlot slot)
    {
        var before = slot.Active;
        examiner.Examine(slot, _slots.Values);
        if (slot.Active is { } active && active != before)
        {
            Follow(slot, active);
        }

        if (slot.Other is { State: SiteState.Refused } refused)
        {
            LogRefused(log, slot.Name, Counted.InEnglish(refused.Faults.Count, "reason"));
        }
    }

    private void Follow(PluginSlot slot, ActiveVersion active)
    {
        LogActive(log, slot.Name, active.Site.Id, active.Site.Definition.Version);
        active.Guard.FailedTooOften += failure =>
        {
            LogFaulted(log, failure.Message);
            _failed.Enqueue((slot, active));
            Woken?.Invoke();
        };
    }

    private PluginSlot SlotOf(string folder)
    {
        if (!_slots.TryGetValue(folder, out var slot))
        {
            slot = _slots[folder] = new PluginSlot(folder, time.GetUtcNow());
        }

        return slot;
    }

    private bool RemoveMissing(IReadOnlyList<string> found)
    {
        var missing = _slots.Keys.Except(found).ToList();
        missing.ForEach(folder => _slots.Remove(folder));
        return missing.Count > 0;
    }

    /// <summary>Versions whose rules threw too often.</summary>
    private bool TakeOutOfService()
    {
        var changed = false;
        while (_failed.TryDequeue(out var failed))
        {
            if (failed.Slot.Active == failed.Version)
            {
                examiner.TakeOutOfService(failed.Slot);
                changed = true;
            }
        }

        return changed;
    }

    /// <summary>A folder refused because another one had its identifier, which that one has no longer.</summary>
    private bool IsFreed(PluginSlot slot) =>
        slot is { IsRefusedForItsName: true, Other.Claim.Id: { } id } && _slots.Values.All(other => other == slot || other.SiteId != id);

    private void Publish()
    {
        _standing = Standing.Of(_slots.Values);
        foreach (var told in (Changed?.GetInvocationList() ?? []).Cast<Action>())
        {
            try
            {
                told();
            }
            catch (Exception failure)
            {
                // Whoever listens does not keep the sites from changing, nor the host from starting.
                LogListenerFailed(log, failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Plugin {Folder}: site {Site} {Version} is active.")]
    private static partial void LogActive(ILogger log, string folder, string site, string version);

    [LoggerMessage(LogLevel.Warning, "Plugin {Folder} is refused for {Reasons}: see /administration/sites.")]
    private static partial void LogRefused(ILogger log, string folder, string reasons);

    [LoggerMessage(LogLevel.Error, "Something that follows the sites failed.")]
    private static partial void LogListenerFailed(ILogger log, Exception failure);

    [LoggerMessage(LogLevel.Error, "{Failure} The site's forms are closed: its rules failed too often.")]
    private static partial void LogFaulted(ILogger log, string failure);
}
