using Modular.Architecture.Tests.Assemblies;

namespace Modular.Architecture.Tests.Repositories;

/// <summary>The projects found on disk (never a list kept by hand), and what was built from them.</summary>
internal sealed class Repository
{
    private readonly string _builtFolder;

    private Repository(string root, string builtFolder)
    {
        Root = root;
        _builtFolder = builtFolder;
        Product = Projects("src");
        Plugins = Projects("plugins");
        Tests = Projects("tests");
    }

    public static Repository Here { get; } = new(RootAbove(AppContext.BaseDirectory), AppContext.BaseDirectory);

    public string Root { get; }

    public IReadOnlyList<Project> Product { get; }

    public IReadOnlyList<Project> Plugins { get; }

    public IReadOnlyList<Project> Tests { get; }

    public IEnumerable<Project> All => [.. Product, .. Plugins, .. Tests];

    /// <summary>The modules of the product: all but the ground they stand on and those that join them.</summary>
    public IEnumerable<Project> Modules => Product.Where(project => project.Name is not ("Modular.Contracts" or "Modular.Host")).Except(Storage);

    /// <summary>The stores, and beside them what one database alone understands: <c>Modular.Storage.Sqlite</c>.</summary>
    public IEnumerable<Project> Storage => Product.Where(project => project.Name == "Modular.Storage").Concat(Databases);

    public IEnumerable<Project> Databases => Product.Where(project => project.Name.StartsWith("Modular.Storage.", StringComparison.Ordinal));

    /// <summary>A rule about a project that was renamed away would hold for ever.</summary>
    public IEnumerable<Breach> Gone(params string[] projects) =>
        projects.Except(Product.Select(project => project.Name)).Select(project => new Breach(project, "the rule speaks of it, and it is not there"));

    public static Repository At(string root, string builtFolder) => new(root, builtFolder);

    /// <summary>The product's assemblies stand beside these tests, a plugin's in its own folder.</summary>
    public string AssemblyFile(Project project) => Plugins.Contains(project)
        ? Path.Combine(project.Folder, "bin", project.Assembly + ".dll")
        : Path.Combine(_builtFolder, project.Assembly + ".dll");

    public BuiltAssembly Assembly(Project project) => BuiltAssembly.Read(AssemblyFile(project));

    public IReadOnlyList<BuiltAssembly> ProductAssemblies => [.. Product.Select(Assembly)];

    /// <summary>Files of a project that people write, by their path from the root.</summary>
    public IEnumerable<SourceFile> Sources(IEnumerable<Project> projects, params string[] extensions) =>
        from project in projects
        from file in Directory.EnumerateFiles(project.Folder, "*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where extensions.Contains(Path.GetExtension(file)) && !path.Split('/').Any(part => part is "bin" or "obj")
        select new SourceFile(path, File.ReadAllText(file));

    private List<Project> Projects(string area)
    {
        var folder = Path.Combine(Root, area);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateDirectories(folder).SelectMany(child => Directory.EnumerateFiles(child, "*.csproj"))
                .Order(StringComparer.Ordinal).Select(Project.Read)]
            : [];
    }

    private static string RootAbove(string folder)
    {
        for (var candidate = new DirectoryInfo(folder); candidate is not null; candidate = candidate.Parent)
        {
            if (File.Exists(Path.Combine(candidate.FullName, "Modular.sln")))
            {
                return candidate.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No Modular.sln above {folder}.");
    }
}

internal sealed record SourceFile(string Path, string Text);
