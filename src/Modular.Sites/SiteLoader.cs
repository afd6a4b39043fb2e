using Modular.Sites.Checking;
using Modular.Sites.Files;
using Modular.Sites.Loading;
using Modular.Sites.Reading;

namespace Modular.Sites;

/// <summary>From a plugin's folder to a site that is ready for use, or to everything that is wrong with it.</summary>
public static class SiteLoader
{
    /// <param name="checks">What other modules check besides: run once everything else is right.</param>
    /// <returns>The site, or null beside at least one fault.</returns>
    public static (LoadedSite? Site, IReadOnlyList<Fault> Faults) Load(string folder, TimeProvider time, params IEnumerable<ISiteCheck> checks)
    {
        var read = Read(folder, checks, time);
        return (read.Site, read.Faults);
    }

    internal static ReadSite Read(string folder, IEnumerable<ISiteCheck> checks, TimeProvider time)
    {
        var faults = new Faults();
        if (Directory.Exists(folder))
        {
            return Read(PluginFiles.Read(folder, faults), null, checks, hasPassed: false, time, faults);
        }

        faults.Add("site.json", Position.WholeFile, $"There is no such folder.");
        return new ReadSite(null, null, faults.Sorted);
    }

    /// <param name="code">Gives the folder whose assemblies are loaded, a private copy of the plugin's; null for the plugin's own.</param>
    /// <param name="hasPassed">These very files passed every check of this host before: they are read, and not judged again.</param>
    internal static ReadSite Read(PluginFiles files, Func<string>? code, IEnumerable<ISiteCheck> checks, bool hasPassed, TimeProvider time, Faults faults)
    {
        var draft = OffenceData.Drop(SiteReader.Read(files, faults));
        if (!hasPassed)
        {
            StaticChecks.Run(draft);
        }

        var rules = RulesLoader.Load(draft, files, code ?? (() => files.Folder), hasPassed);
        if (faults.Any || draft.Site is not { } definition || rules is not { } loaded)
        {
            return new ReadSite(null, null, faults.Sorted);
        }

        var guard = new GuardedRules(definition, draft.Forms, loaded.Rules, loaded.Code, time);
        var site = new LoadedSite
        {
            Definition = definition,
            Forms = draft.Forms,
            Presence = draft.Presence!,
            Reports = draft.Reports,
            Rules = guard,
            Hash = files.Hash(),
        };
        faults.Add(hasPassed ? [] : checks.SelectMany(check => check.Check(site)));
        return new ReadSite(faults.Any ? null : site, guard, faults.Sorted);
    }
}

/// <summary>A site and the guard that counts its failures, or why there is none.</summary>
internal sealed record ReadSite(LoadedSite? Site, GuardedRules? Guard, IReadOnlyList<Fault> Faults);
