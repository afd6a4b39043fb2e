using System.Reflection;

namespace Modular.Sites.Tests;

/// <summary>A copy of the site that is right in every file, in a folder of its own, for a test to break.</summary>
internal sealed class TempPlugin : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("modular-plugin-");

    public TempPlugin()
    {
        Folder = Path.Combine(_root.FullName, "Minimal");
        CopyMinimal(Folder);
    }

    public string Folder { get; }

    private static string Fixtures { get; } =
        typeof(TempPlugin).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Fixtures").Value!;

    public static void CopyMinimal(string folder) => Copy(Path.Combine(Fixtures, "sites", "Minimal"), folder);

    /// <summary>Adds the code of a fixture project, as a build leaves it.</summary>
    public TempPlugin WithCode(string project)
    {
        AddCode(Folder, project);
        return this;
    }

    public static void AddCode(string folder, string project)
    {
        Copy(Path.Combine(Fixtures, "plugins", project, "bin"), Path.Combine(folder, "bin"));
        var site = Path.Combine(folder, "site.json");
        File.WriteAllText(
            site, File.ReadAllText(site).Replace("\"name\": \"Minimal\"", $"\"assembly\": \"{project}.dll\", \"name\": \"Minimal\"", StringComparison.Ordinal));
    }

    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public TempPlugin Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    /// <summary>Replaces one text that stands exactly once in a file.</summary>
    public TempPlugin Replace(string file, string old, string with)
    {
        var text = Read(file);
        Assert.AreEqual(2, text.Split(old).Length, $"\"{old}\" stands exactly once in {file}");
        return Write(file, text.Replace(old, with, StringComparison.Ordinal));
    }

    public IReadOnlyList<Fault> Faults() => new SiteLoader(TimeProvider.System).Load(Folder).Faults;

    /// <summary>The only fault there is.</summary>
    public Fault OnlyFault()
    {
        var faults = Faults();
        Assert.HasCount(1, faults, string.Join('\n', faults));
        return faults[0];
    }

    public LoadedSite Load()
    {
        var (site, faults) = new SiteLoader(TimeProvider.System).Load(Folder);
        Assert.IsNotNull(site, string.Join('\n', faults));
        return site;
    }

    public void Dispose() => _root.Delete(recursive: true);
}
