using Modular.Architecture.Tests.Repositories;

namespace Modular.Architecture.Tests.Seeding;

/// <summary>A small repository in a folder of its own, sound until a violation is put in.</summary>
internal sealed class Seed : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("architecture-").FullName;

    public Seed() => Directory.CreateDirectory(Built);

    private string Built => Path.Combine(_root, ".built");

    public Repository Repository => Repository.At(_root, Built);

    public Seed Project(string path, string[]? references = null, string[]? packages = null, string properties = "")
    {
        var name = Path.GetFileName(path);
        var items = (references ?? []).Select(reference => $"""<ProjectReference Include="../../src/{reference}/{reference}.csproj" />""")
            .Concat((packages ?? []).Select(package => $"""<PackageReference Include="{package}" />"""));
        return File($"{path}/{name}.csproj", $"""<Project Sdk="Microsoft.NET.Sdk">{properties}<ItemGroup>{string.Concat(items)}</ItemGroup></Project>""");
    }

    public Seed File(string path, string text)
    {
        var file = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        System.IO.File.WriteAllText(file, text);
        return this;
    }

    /// <summary>The assembly that a product project would have been built into.</summary>
    public Seed Assembly(string name, Action<SeededAssembly>? fill = null) => Write(name, Built, fill);

    public Seed PluginAssembly(string name, Action<SeededAssembly>? fill = null) => Write(name, Path.Combine(_root, "plugins", name, "bin"), fill);

    /// <summary>A product project and its assembly.</summary>
    public Seed Module(string name, Action<SeededAssembly>? fill = null, string[]? references = null, string[]? packages = null) =>
        Project($"src/{name}", references, packages).Assembly(name, fill);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private Seed Write(string name, string folder, Action<SeededAssembly>? fill)
    {
        Directory.CreateDirectory(folder);
        var assembly = new SeededAssembly(name);
        fill?.Invoke(assembly);
        assembly.WriteTo(folder);
        return this;
    }
}
