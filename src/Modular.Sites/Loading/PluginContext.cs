using System.Reflection;
using System.Runtime.Loader;
using Modular.Contracts.Rules;

namespace Modular.Sites.Loading;

/// <summary>
/// Where a plugin's code lives apart, so that it can be taken away again. What it shares with the host is Contracts alone; it unloads by itself once
/// nobody holds its rules any more, so that a request in flight finishes on the version it began with.
/// </summary>
/// <remarks>Files are read, never mapped: they can be overwritten while the code runs, on every system.</remarks>
internal sealed class PluginContext(string assembly) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(assembly), isCollectible: true)
{
    private static readonly string Contracts = typeof(SiteRules).Assembly.GetName().Name!;

    private readonly AssemblyDependencyResolver _resolver = new(assembly);

    public Assembly LoadRules() => LoadFile(assembly);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name != Contracts && _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFile(path) : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;

    private Assembly LoadFile(string path)
    {
        using var bytes = new MemoryStream(File.ReadAllBytes(path));
        return LoadFromStream(bytes);
    }
}
