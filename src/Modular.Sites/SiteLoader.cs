using Modular.Contracts.Rules;
using Modular.Sites.Checking;
using Modular.Sites.Files;
using Modular.Sites.Loading;
using Modular.Sites.Reading;

namespace Modular.Sites;

/// <summary>From a plugin's folder to a site that is ready for use, or to everything that is wrong with it.</summary>
/// <param name="checks">What other modules check besides: run once everything else is right.</param>
public sealed class SiteLoader(TimeProvider time, params IEnumerable<IStaticCheck> checks)
{
    public LoadResult Load(string folder)
    {
        var faults = new Faults();
        if (Directory.Exists(folder))
        {
            return Load(PluginFiles.Read(folder, faults), null, hasPassed: false, faults);
        }

        faults.Add("site.json", Position.WholeFile, $"There is no such folder.");
        return new LoadResult(null, faults.Sorted);
    }

    /// <param name="code">Gives the folder whose assemblies are loaded, a private copy of the plugin's; null for the plugin's own.</param>
    /// <param name="hasPassed">These very files passed every check of this host before: they are read, and not checked again.</param>
    internal LoadResult Load(PluginFiles files, Func<string>? code, bool hasPassed, Faults faults)
    {
        var draft = OffenceFields.Remove(SiteFilesReader.Read(files, faults));
        if (!hasPassed)
        {
            StaticCheck.RunAll(draft);
        }

        var rules = RulesLoader.Load(draft, files, code ?? (() => files.Folder), hasPassed);
        if (faults.Any || draft.Site is not { } definition || rules is not { } loaded)
        {
            return new LoadResult(null, faults.Sorted);
        }

        var guard = new GuardedRules(definition, draft.Forms, loaded.Rules, loaded.Code, time);
        var site = Of(draft, guard, files.Hash());
        faults.Add(hasPassed ? [] : checks.SelectMany(check => check.Check(site)));
        return new LoadResult(faults.Any ? null : site, faults.Sorted) { Guard = guard };
    }

    /// <summary>A version whose code is not here.</summary>
    /// <param name="hash">Of the whole version.</param>
    /// <returns>Null when its data is not well formed either.</returns>
    internal LoadedSite? LoadToRead(PluginFiles files, string hash)
    {
        var faults = new Faults();
        var draft = OffenceFields.Remove(SiteFilesReader.Read(files, faults));
        StaticCheck.RunAll(draft);
        if (faults.Any || draft.Site is not { } definition)
        {
            return null;
        }

        var site = Of(draft, new MissingRules(definition.Id), hash) with { IsReadOnly = true };
        return checks.SelectMany(check => check.Check(site)).Any() ? null : site;
    }

    private static LoadedSite Of(ParsedSite draft, SiteRules rules, string hash) => new()
    {
        Definition = draft.Site!,
        Forms = draft.Forms,
        Presence = draft.Presence!,
        Reports = draft.Reports,
        Rules = rules,
        Hash = hash,
    };
}

/// <summary>The site, or null beside at least one fault.</summary>
public sealed record LoadResult(LoadedSite? Site, IReadOnlyList<Fault> Faults)
{
    /// <summary>Counts the failures of the site's rules.</summary>
    internal GuardedRules? Guard { get; init; }
}
