using System.Security.Cryptography;
using Modular.Sites.Lifecycle;

namespace Modular.Sites.Sharing;

/// <summary>Keeps the sites of this host and of the others of its database the same: what is dropped on one of them last is in use on all.</summary>
internal sealed class SharedSites(SiteActivator activator, VersionRepository versions, SitePaths paths, ISharedVersions? shared = null)
{
    /// <summary>What was last told of each site and has been answered here, whether it could be followed or not.</summary>
    private readonly Dictionary<string, long> _answered = [];

    /// <summary>After a restart: sites that came from other hosts, and have no folder here.</summary>
    public IEnumerable<PluginFolder> Received(IReadOnlyCollection<PluginFolder> known) => shared is null ? [] :
        from site in versions.Sites()
        where known.All(plugin => plugin.Known?.Id != site && plugin.SiteId != site)
        let active = activator.Kept(site)
        where active is not null
        select new PluginFolder(null, site, active.Since) { Active = active };

    /// <summary>A folder was taken away. With it goes the site, on all hosts, unless what is in use is not what the folder held.</summary>
    /// <param name="isKnown">Somebody took it away; else the folder of plugins may be another one now.</param>
    /// <returns>The site without its folder, when it stays.</returns>
    public PluginFolder? Leave(PluginFolder plugin, bool isKnown)
    {
        if (shared is null || plugin.Active is not { } active)
        {
            return null;
        }

        var stays = !isKnown || active.Site.Hash != plugin.Known?.Hash;
        activator.Remember(active.Site.Id, kept => stays
            ? kept with { Folder = null, SetAside = null }
            : KeptVersions.None with { Number = kept.Number, IsUntold = true });
        return stays ? new PluginFolder(null, active.Site.Id, active.Since) { Active = active, Previous = plugin.Previous } : null;
    }

    /// <summary>Tells what is new here, and follows what is new elsewhere; a command only follows.</summary>
    /// <param name="plugins">By folder, or by site where there is none: gains and loses those without a folder.</param>
    /// <param name="hasNewFiles">Some folder changed: it may hold the code that was missing.</param>
    /// <param name="changed">Gains those that changed, as far as it comes.</param>
    public void Exchange(Dictionary<string, PluginFolder> plugins, bool hasNewFiles, List<PluginFolder> changed)
    {
        if (shared is null)
        {
            return;
        }

        var uses = shared.Uses().ToDictionary(use => use.Site);
        foreach (var site in plugins.Values.Select(plugin => plugin.Active?.Site.Id).OfType<string>().Where(site => !uses.ContainsKey(site)).ToList())
        {
            Tell(site, plugins.Values.First(plugin => plugin.SiteId == site));
        }

        foreach (var use in uses.Values)
        {
            var plugin = plugins.Values.FirstOrDefault(plugin => plugin.SiteId == use.Site);
            if (plugin?.Active?.Site.Hash == use.Hash)
            {
                Agree(use, hasNewFiles);
            }
            else if (versions.Read(use.Site) is { IsUntold: true, Number: not null })
            {
                Tell(use.Site, plugin);
            }
            else if (hasNewFiles || !_answered.TryGetValue(use.Site, out var answered) || answered != use.Number)
            {
                changed.Add(Follow(plugins, plugin, use));
                _answered[use.Site] = use.Number;
            }
        }
    }

    private void Tell(string site, PluginFolder? plugin)
    {
        if (activator.KeepsVersions)
        {
            Agree(shared!.Use(site, plugin?.Active is { } active ? SharedVersionFiles.Of(versions.Read(site, active.Site.Hash)) : null), isNews: true);
        }
    }

    private void Agree(SharedUse use, bool isNews)
    {
        if (isNews || !_answered.TryGetValue(use.Site, out var answered) || answered != use.Number)
        {
            activator.Remember(use.Site, kept => kept with { Number = use.Number, IsUntold = false });
            _answered[use.Site] = use.Number;
        }
    }

    private PluginFolder Follow(Dictionary<string, PluginFolder> plugins, PluginFolder? plugin, SharedUse use)
    {
        plugin ??= plugins[use.Site] = new PluginFolder(null, use.Site, activator.Now);
        if (use.Hash is not { } hash)
        {
            activator.Close(plugin, use);
        }
        else if (versions.Has(use.Site, hash) || TryComplete(plugins, plugin, use, hash))
        {
            activator.Follow(plugin, use, hash);
        }

        if (plugin is { Folder: null, Active: null, Other: null })
        {
            plugins.Remove(use.Site);
        }

        return plugin;
    }

    /// <summary>False when the version is not to be had whole: then the site is closed, or, when something is wrong with what came, as it was.</summary>
    private bool TryComplete(Dictionary<string, PluginFolder> plugins, PluginFolder plugin, SharedUse use, string hash)
    {
        if (Read(plugin, hash) is not { } version)
        {
            return false;
        }

        string[] own = [.. plugins.Values.Select(known => known.Folder).OfType<string>(), .. versions.FoldersOf(use.Site)];
        var files = SharedVersionFiles.Complete(version, versions.PathOf(use.Site, hash), own, out var missing);
        if (missing.Count > 0)
        {
            activator.CloseForCode(plugin, use, files, missing, paths.Plugins);
            return false;
        }

        versions.Keep(files, use.Site, hash);
        return true;
    }

    private SharedVersion? Read(PluginFolder plugin, string hash)
    {
        try
        {
            var version = shared!.Read(hash);
            if (version is null || (version.Hash == hash && SharedVersionFiles.IsSound(version)))
            {
                // Null: another one has taken its place a moment ago, and comes with the next look.
                return version;
            }

            activator.Refuse(plugin, hash, "InvalidDataException");
        }
        catch (CryptographicException unopened)
        {
            activator.Refuse(plugin, hash, unopened.GetType().Name);
        }

        return null;
    }
}
