using System.Reflection;
using Modular.Contracts.Rules;
using Modular.Sites.Checking;
using Modular.Sites.Files;
using Modular.Sites.Reading;

namespace Modular.Sites.Loading;

/// <summary>Finds, loads and makes a site's rules. Whatever is wrong with them is a fault at the key <c>assembly</c>.</summary>
internal static class RulesLoader
{
    private const string Contracts = "Modular.Contracts.dll";

    /// <param name="hasPassed">Their assembly was found to fit this host before.</param>
    /// <returns>The rules and the code that they come from; defaults without code for a site of data alone; null once a fault said why.</returns>
    public static (SiteRules Rules, PluginCode? Code)? Load(ParsedSite parsed, PluginFiles files, Func<string> folder, bool hasPassed)
    {
        if (parsed.Site is not { } site)
        {
            return null;
        }

        foreach (var copy in files.Bytes.Keys.Where(file => Path.GetFileName(file).Equals(Contracts, StringComparison.OrdinalIgnoreCase)))
        {
            parsed.Faults.Add(
                copy, Position.WholeFile, $"The folder brings its own {Contracts}: the host's is the one that counts. Reference it with Private=\"false\".");
        }

        if (site.Assembly is null)
        {
            return WithoutCode(parsed, files);
        }

        var file = new[] { site.Assembly, $"bin/{site.Assembly}" }.FirstOrDefault(files.Bytes.ContainsKey);
        if (file is null)
        {
            parsed.Fault(site, "assembly", $"{site.Assembly} is neither in the plugin's folder nor in its bin: build the plugin first.");
            return null;
        }

        if (parsed.Faults.Any)
        {
            return null;
        }

        try
        {
            return Read(parsed, folder(), file) is { } code && Make(parsed, code, hasPassed) is { } rules ? (rules, code) : null;
        }
        catch (BadImageFormatException)
        {
            parsed.Fault(site, "assembly", $"{site.Assembly} is not a .NET assembly.");
            return null;
        }
    }

    private static PluginCode? Read(ParsedSite parsed, string folder, string file)
    {
        try
        {
            return new PluginCode(Path.GetFullPath(Path.Combine(folder, file)));
        }
        catch (InvalidOperationException)
        {
            // The runtime's word for a list of dependencies that is no JSON.
            parsed.Faults.Add(Path.ChangeExtension(file, ".deps.json"), Position.WholeFile, $"The file cannot be read.");
            return null;
        }
    }

    private static (SiteRules, PluginCode?)? WithoutCode(ParsedSite parsed, PluginFiles files)
    {
        if (Directory.EnumerateFiles(files.Folder, "*.csproj").Any())
        {
            parsed.Fault(parsed.Site!, null, $"The folder has a project, and site.json names no \"assembly\": its rules would never run.");
            return null;
        }

        return (new NoRules(), null);
    }

    private static SiteRules? Make(ParsedSite parsed, PluginCode code, bool hasPassed)
    {
        var (name, assembly) = (parsed.Site!.Assembly, code.Assembly);
        if ((code.LoadDependencies() ?? (hasPassed ? null : RulesCompatibility.Mismatch(assembly, name!))) is { } mismatch)
        {
            parsed.Fault(parsed.Site, "assembly", mismatch);
            return null;
        }

        var found = assembly.GetTypes().Where(type => type.IsPublic && !type.IsAbstract && typeof(SiteRules).IsAssignableFrom(type)).ToList();
        if (found is not [var type])
        {
            parsed.Fault(parsed.Site, "assembly", found.Count == 0
                ? (FormattableString)$"{name} has no public class that derives from SiteRules."
                : $"{name} has several classes that derive from SiteRules, and a site has one: {
                    string.Join(", ", found.Select(candidate => candidate.Name))}.");
            return null;
        }

        if (type.GetConstructor(Type.EmptyTypes) is null)
        {
            parsed.Fault(parsed.Site, "assembly", $"{type.Name} has no public constructor without parameters.");
            return null;
        }

        try
        {
            var rules = (SiteRules)Activator.CreateInstance(type)!;
            DerivedFieldCheck.Run(parsed, rules);
            return rules;
        }
        catch (TargetInvocationException thrown)
        {
            parsed.Fault(parsed.Site, "assembly", $"{type.Name} could not be made: its constructor threw {thrown.InnerException?.GetType().Name}.");
            return null;
        }
    }

    private sealed class NoRules : SiteRules;
}
