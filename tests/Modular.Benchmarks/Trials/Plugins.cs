namespace Modular.Benchmarks.Trials;

/// <summary>A folder of plugins for one trial.</summary>
internal sealed class Plugins : IDisposable
{
    /// <summary>Those of the project.</summary>
    public static readonly string Project = Path.Combine(Root(), "plugins");

    public string Folder { get; } = Directory.CreateTempSubdirectory("modular-plugins-").FullName;

    /// <summary>Brings in a plugin of the project, as it stands there.</summary>
    /// <param name="folder">Under another name than its own.</param>
    public string Add(string name, string? folder = null) => Copy(Path.Combine(Project, name), Path.Combine(Folder, folder ?? name));

    /// <summary>File after file, as an administrator drops a folder.</summary>
    public static string Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return to;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Modular.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Modular.sln is not above this program.");
        }

        return folder;
    }
}
