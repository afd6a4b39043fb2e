using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Modular.Contracts.Wording;
using Modular.Sites.Sharing;

namespace Modular.Sites.Lifecycle;

/// <summary>
/// The sites as they are now. Opened by the host, it keeps what it uses and follows what changes on disk; read without being opened (a command), it looks
/// once and keeps nothing of it unless asked to.
/// </summary>
internal sealed partial class SiteCatalogue(
    SitePaths paths, SiteActivator activator, SharedSites shared, CheckedVersions passed, TimeProvider time, ILogger<SiteCatalogue> log)
    : ISiteCatalogue, ISiteVersions
{
    private readonly Lock _scanning = new();
    private readonly Dictionary<string, PluginFolder> _plugins = [];
    private readonly ConcurrentQueue<(PluginFolder Plugin, ActiveVersion Version)> _failed = new();
    private CatalogueSnapshot? _snapshot;
    private bool _hasNewFiles;

    public event Action? Changed;

    /// <summary>Raised when something should be looked at before the next round.</summary>
    public event Action? Woken;

    public IReadOnlyList<LoadedSite> Active => Now.Active;

    public IReadOnlyList<SiteStatus> All => Now.All;

    public IReadOnlyList<LoadedSite> Readable => Now.Readable;

    public LoadedSite? Find(string id) => Now.ById.GetValueOrDefault(id);

    public LoadedSite? FindReadable(string id) => Now.ReadableById.GetValueOrDefault(id);

    /// <summary>Checks every folder now, and keeps what it uses from here on.</summary>
    public void Open()
    {
        lock (_scanning)
        {
            activator.KeepsVersions = true;
            _plugins.Clear();
            LookFirst();
        }
    }

    /// <summary>Tells the other hosts of the database what changed here, and follows what changed there.</summary>
    public void Share()
    {
        lock (_scanning)
        {
            Exchange();
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
            if (_plugins.Values.FirstOrDefault(plugin => plugin.SiteId == site) is not { Previous: { } previous } plugin
                || activator.GoBack(plugin, previous) is not { } active)
            {
                return false;
            }

            Follow(plugin, active);
            Publish();
            Woken?.Invoke();
            return true;
        }
    }

    public void KeepPassed() => passed.Keep();

    private CatalogueSnapshot Now
    {
        get
        {
            if (_snapshot is null)
            {
                lock (_scanning)
                {
                    if (_snapshot is null)
                    {
                        LookFirst();
                    }
                }
            }

            return _snapshot!;
        }
    }

    private void LookFirst()
    {
        Round(patient: false);
        foreach (var received in shared.Received(_plugins.Values).ToList())
        {
            _plugins[received.Name] = received;
            Follow(received, received.Active!);
        }

        Publish();
        Exchange();
    }

    private bool Round(bool patient)
    {
        var found = paths.List();
        var changed = _snapshot is null | RemoveMissing(found) | TakeOutOfService();
        var due = new List<PluginFolder>();
        var waiting = false;
        foreach (var folder in found)
        {
            changed |= !_plugins.ContainsKey(folder);
            var plugin = PluginOf(folder);
            var print = Fingerprint.Of(folder);
            if (print == plugin.Checked && !IsFreed(plugin))
            {
                continue;
            }

            if (patient && print != plugin.Seen)
            {
                waiting = true;
            }
            else
            {
                plugin.Checked = print;
                due.Add(plugin);
            }

            plugin.Seen = print;
        }

        // Of two folders that claim one site, the one that had it before a restart keeps it.
        foreach (var plugin in due.Count > 1 ? due.OrderByDescending(activator.IsKeeper) : due.AsEnumerable())
        {
            Update(plugin);
            changed = true;
        }

        _hasNewFiles |= due.Count > 0;
        if (changed)
        {
            Publish();
            if (activator.KeepsVersions)
            {
                passed.Keep();
            }
        }

        return waiting;
    }

    private void Exchange()
    {
        var before = _plugins.Values.Select(plugin => plugin.Active).OfType<ActiveVersion>().ToHashSet();
        List<PluginFolder> changed = [];
        try
        {
            shared.Exchange(_plugins, _hasNewFiles, changed);
            _hasNewFiles = false;
        }
        finally
        {
            Publish(changed, before);
        }
    }

    private void Publish(List<PluginFolder> changed, HashSet<ActiveVersion> before)
    {
        foreach (var plugin in changed)
        {
            if (plugin.Active is { } active && !before.Contains(active))
            {
                Follow(plugin, active);
            }
            else if (plugin.Other is { State: SiteState.Refused or SiteState.CodeMissing } refused)
            {
                LogRefused(log, plugin.Name, Counted.InEnglish(refused.Faults.Count, "reason"));
            }
        }

        if (changed.Count > 0)
        {
            Publish();
            if (activator.KeepsVersions)
            {
                passed.Keep();
            }
        }
    }

    private void Update(PluginFolder plugin)
    {
        var before = plugin.Active;
        activator.Update(plugin, _plugins.Values);
        if (plugin.SiteId is { } site && _plugins.GetValueOrDefault(site) is { Folder: null })
        {
            // It came from another host before, and is this folder's now.
            _plugins.Remove(site);
        }

        if (plugin.Active is { } active && active != before)
        {
            Follow(plugin, active);
        }

        if (plugin.Other is { State: SiteState.Refused } refused)
        {
            LogRefused(log, plugin.Name, Counted.InEnglish(refused.Faults.Count, "reason"));
        }
    }

    private void Follow(PluginFolder plugin, ActiveVersion active)
    {
        LogActive(log, plugin.Name, active.Site.Id, active.Site.Definition.Version);
        active.Guard.FailedTooOften += failure =>
        {
            LogFaulted(log, failure.Message);
            _failed.Enqueue((plugin, active));
            Woken?.Invoke();
        };
    }

    private PluginFolder PluginOf(string folder)
    {
        if (!_plugins.TryGetValue(folder, out var plugin))
        {
            plugin = _plugins[folder] = new PluginFolder(folder, Path.GetFileName(folder), time.GetUtcNow());
        }

        return plugin;
    }

    /// <summary>A folder of plugins that is not there itself is a share that went away: what it held stays in use.</summary>
    private bool RemoveMissing(IReadOnlyList<string> found)
    {
        if (!paths.Answer)
        {
            return false;
        }

        var missing = _plugins.Values.Where(plugin => plugin.Folder is not null && !found.Contains(plugin.Folder)).ToList();
        foreach (var plugin in missing)
        {
            _plugins.Remove(plugin.Folder!);
            _hasNewFiles = true;
            // An empty one may be where a share is not mounted: for the other hosts, only what goes from among others is taken away.
            if (shared.Leave(plugin, isKnown: found.Count > 0) is { } left)
            {
                _plugins[left.Name] = left;
            }
        }

        return missing.Count > 0;
    }

    /// <summary>Versions whose rules threw too often.</summary>
    private bool TakeOutOfService()
    {
        var changed = false;
        while (_failed.TryDequeue(out var failed))
        {
            if (failed.Plugin.Active == failed.Version)
            {
                activator.TakeOutOfService(failed.Plugin);
                changed = true;
            }
        }

        return changed;
    }

    /// <summary>A folder refused because another one had its identifier, which that one has no longer.</summary>
    private bool IsFreed(PluginFolder plugin) =>
        plugin is { IsRefusedForItsName: true, Other.Identity.Id: { } id } && _plugins.Values.All(other => other == plugin || other.SiteId != id);

    private void Publish()
    {
        _snapshot = CatalogueSnapshot.Of(_plugins.Values);
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
