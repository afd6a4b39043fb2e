using System.Reflection;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins;
using Modular.Contracts.Rules;

namespace Modular.Sites.Loading;

/// <summary>
/// A plugin's code, which lives apart from the host's so that it can be taken away again; what they share is Contracts alone. It is never disposed of: it
/// unloads by itself once nobody holds its rules any more, so that a request in flight finishes on the version it began with.
/// </summary>
internal sealed class PluginCode
{
    private static readonly AssemblyName Contracts = typeof(SiteRules).Assembly.GetName();

    private readonly PluginLoader _loader;

    /// <param name="file">Its full path. It is read, never mapped: it can be overwritten while the code runs, on every system.</param>
    public PluginCode(string file)
    {
        _loader = PluginLoader.CreateFromAssemblyFile(file, isUnloadable: true, sharedTypes: [typeof(SiteRules)], plugin => plugin.LoadInMemory = true);
        Assembly = _loader.LoadDefaultAssembly();
    }

    public Assembly Assembly { get; }

    /// <summary>
    /// Loads at once whatever the code may ever ask for. Later is too late: a swap takes the files away, and of two requests that ask for one assembly for
    /// the first time, one would fail.
    /// </summary>
    /// <returns>A sentence about what is not there, or null when everything is.</returns>
    public FormattableString? LoadDependencies()
    {
        var open = new Queue<Assembly>([Assembly]);
        var seen = new HashSet<string?>();
        while (open.TryDequeue(out var user))
        {
            foreach (var used in user.GetReferencedAssemblies().Where(used => seen.Add(used.Name)))
            {
                // Asked for here: whoever resolves by name alone, as test hosts do, would give the host's.
                if (used.Name == Contracts.Name && used.Version > Contracts.Version)
                {
                    return $"{FileOf(user)} was built for version {used.Version} of Contracts, and this host has {
                        Contracts.Version}: build it again with the host's.";
                }

                try
                {
                    var found = _loader.LoadAssembly(used);
                    if (AssemblyLoadContext.GetLoadContext(found) == _loader.LoadContext)
                    {
                        open.Enqueue(found);
                    }
                }
                catch (BadImageFormatException)
                {
                    return $"{FileOf(used)} is not a .NET assembly.";
                }
                catch (Exception missing) when (missing is FileNotFoundException or FileLoadException)
                {
                    return $"{FileOf(user)} uses {used.Name}, which neither the plugin's folder nor the host has: copy {FileOf(used)} beside it.";
                }
            }
        }

        return null;
    }

    private static string FileOf(Assembly assembly) => FileOf(assembly.GetName());

    private static string FileOf(AssemblyName assembly) => $"{assembly.Name}.dll";
}
