using System.Text.RegularExpressions;
using Modular.Architecture.Tests.Repositories;

namespace Modular.Architecture.Tests.Tables;

/// <summary>Modules own their tables: what stands in <c>src/Modular.Storage/Presence</c> makes and names <c>presence_…</c> alone.</summary>
internal static partial class OwnTables
{
    [GeneratedRegex(@"\bCREATE\s+(VIRTUAL\s+)?(TABLE|VIEW)\s+(IF\s+NOT\s+EXISTS\s+)?[""\[`]?(?<name>\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Created();

    /// <summary>Folders of a part of a module, with the module; of any other folder the name is the module’s.</summary>
    private static readonly Dictionary<string, string> PartOf = new() { ["Deliveries"] = "Reporting", ["Drafts"] = "Intake", ["Journal"] = "Access" };

    /// <summary>Folders of Storage itself.</summary>
    private static readonly string[] Own = ["Backups", "Keys", "Schema"];

    public static IEnumerable<Breach> AreNamedAfterTheirModule(Repository repository) =>
        from table in Tables(repository)
        where !table.Name.StartsWith(Prefix(table.Module), StringComparison.Ordinal)
        select new Breach($"{table.Path}: {table.Name}", $"a table of {table.Module} is named {Prefix(table.Module)}…");

    /// <summary>Each database makes the tables that the stores know. Where none is found, every rule about tables holds.</summary>
    public static IEnumerable<Breach> AreFound(Repository repository)
    {
        var folders = Sources(repository).Where(source => source.Path.EndsWith("Context.cs", StringComparison.Ordinal)).Select(ModuleOf).Distinct().ToList();
        return from database in repository.Databases.Select(project => project.Name).DefaultIfEmpty("Modular.Storage")
               from folder in folders.DefaultIfEmpty("")
               where !Tables(repository).Any(table => table.Module == folder && table.Path.StartsWith($"src/{database}/", StringComparison.Ordinal))
               select new Breach($"{database}/{folder}", "no script that makes its tables is found");
    }

    public static IEnumerable<Breach> AreNamedByTheirModuleOnly(Repository repository)
    {
        var tables = Tables(repository).ToList();
        return from source in Sources(repository)
               let module = ModuleOf(source)
               from table in tables
               where table.Module != module && Regex.IsMatch(source.Text, $@"\b{table.Name}\b")
               select new Breach($"{source.Path}: {table.Name}", $"the table is {table.Module}’s: no other module reads or writes it");
    }

    /// <summary>A store knows its own module: only a name from the module's namespaces, or from one its project references, can be read there.</summary>
    public static IEnumerable<Breach> StoresServeOneModule(Repository repository)
    {
        var modules = repository.Product.Except(repository.Databases).ToDictionary(project => project.Name["Modular.".Length..]);
        return from source in Sources(repository)
               let folder = ModuleOf(source)
               where !Own.Contains(folder)
               let module = PartOf.GetValueOrDefault(folder, folder)
               from breach in modules.ContainsKey(module)
                   ? Foreign(source, module, modules)
                   : [new Breach(source.Path, $"there is no module {module}: its stores would serve anybody")]
               select breach;
    }

    private static IEnumerable<Breach> Foreign(SourceFile source, string module, Dictionary<string, Project> modules) =>
        from other in modules.Keys
        where other != module && other is not ("Contracts" or "Storage") && !modules[module].References.Contains($"Modular.{other}")
        where Regex.IsMatch(source.Text, $@"\bModular\.{Regex.Escape(other)}\b")
        select new Breach($"{source.Path} → Modular.{other}", $"the store of {module} knows what {module} knows, and no more");

    private static IEnumerable<(string Module, string Path, string Name)> Tables(Repository repository) =>
        from source in Sources(repository)
        where source.Path.EndsWith(".sql", StringComparison.Ordinal)
        from Match match in Created().Matches(source.Text)
        select (ModuleOf(source), source.Path, match.Groups["name"].Value);

    // src/Modular.Storage/<Module>/… and src/Modular.Storage.Sqlite/<Module>/…: what stands above the module folders belongs to none.
    private static IEnumerable<SourceFile> Sources(Repository repository) =>
        repository.Sources(repository.Storage, ".cs", ".sql").Where(source => source.Path.Split('/').Length > 3);

    private static string ModuleOf(SourceFile source) => source.Path.Split('/')[2];

    internal static string Prefix(string module) => module.ToLowerInvariant() + "_";
}
