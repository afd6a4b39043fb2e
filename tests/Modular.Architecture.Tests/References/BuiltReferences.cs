using System.Runtime.InteropServices;
using Modular.Architecture.Tests.Assemblies;
using Modular.Architecture.Tests.Repositories;

namespace Modular.Architecture.Tests.References;

/// <summary>Who reaches whom, as the built assemblies say it: a reference that came along transitively is used, or it is not.</summary>
internal static class BuiltReferences
{
    private static readonly string[] Databases = ["Microsoft.EntityFrameworkCore", "Microsoft.Data.Sqlite", "SQLitePCLRaw", "Npgsql", "Dapper", "LiteDB"];

    /// <summary>The engines of the design card, each in the one project that may know it.</summary>
    private static readonly (string Engine, string Home)[] Engines =
    [
        ("Hangfire", "Modular.Jobs"),
        ("McMaster.NETCore.Plugins", "Modular.Sites"),
        ("Scriban", "Modular.Reporting"),
        ("MailKit", "Modular.Reporting"),
        ("OpenTelemetry", "Modular.Telemetry"),
        ("LiteDB", "Modular.Storage"),
        ("Microsoft.EntityFrameworkCore", "Modular.Storage"),
        ("Microsoft.EntityFrameworkCore.Sqlite", "Modular.Storage.Sqlite"),
        ("Microsoft.Data.Sqlite", "Modular.Storage.Sqlite"),
    ];

    /// <summary>The words that every database understands: the stores speak them, and each database's project answers.</summary>
    private static readonly string[] OfEveryDatabase =
        ["Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Abstractions", "Microsoft.EntityFrameworkCore.Relational"];

    /// <summary>The words of SQLite alone.</summary>
    private static readonly string[] OfSqlite = ["Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.Data.Sqlite", "SQLitePCLRaw"];

    private static readonly HashSet<string> Framework = FrameworkAssemblies();

    public static IEnumerable<Breach> AllAreBuilt(Repository repository) =>
        from project in repository.Product.Concat(repository.Plugins)
        where !File.Exists(repository.AssemblyFile(project))
        select new Breach(project.Name, $"its assembly {project.Assembly}.dll was not built, so no rule would see it");

    public static IEnumerable<Breach> ContractsStandAlone(Repository repository) => repository.Gone("Modular.Contracts").Concat(
        from project in repository.Product
        where project.Name == "Modular.Contracts"
        from reference in repository.Assembly(project).References
        where !Framework.Contains(reference) || reference.StartsWith("Microsoft.", StringComparison.Ordinal)
        select new Breach($"Modular.Contracts → {reference}", "a site plugin is written against Contracts alone, so Contracts references nothing"));

    public static IEnumerable<Breach> PluginsSeeContractsOnly(Repository repository) =>
        from plugin in repository.Plugins
        from reference in repository.Assembly(plugin).References
        where reference != "Modular.Contracts" && (!Framework.Contains(reference) || reference.StartsWith("Microsoft.", StringComparison.Ordinal))
        select new Breach($"{plugin.Name} → {reference}", "a plugin references Contracts only");

    public static IEnumerable<Breach> EachEngineHasOneProject(Repository repository)
    {
        var own = repository.Product.Select(project => project.Assembly).ToHashSet();
        var storage = repository.Storage.Select(project => project.Assembly).ToHashSet();
        return from use in repository.ProductAssemblies.SelectMany(assembly => assembly.References.Select(reference => (assembly.Name, Reference: reference)))
               where !own.Contains(use.Reference) && !Framework.Contains(use.Reference)
               group use.Name by use.Reference into users
               where users.Count() > 1 && !(OfEveryDatabase.Contains(users.Key) && users.All(storage.Contains))
               select new Breach(
                   $"{users.Key} in {string.Join(", ", users)}",
                   "each third-party engine is used by one project, so that changing it is a change in one place");
    }

    /// <summary>Of an engine that nobody uses, every rule about who may use it holds.</summary>
    public static IEnumerable<Breach> EachEngineIsUsedAtHome(Repository repository) =>
        from engine in Engines
        let used = repository.ProductAssemblies.Where(assembly => assembly.Name == engine.Home).SelectMany(assembly => assembly.References)
        where !used.Any(reference => reference.StartsWith(engine.Engine, StringComparison.Ordinal))
        select new Breach($"{engine.Engine} in {engine.Home}", "an engine of the design card does its work there");

    public static IEnumerable<Breach> OnlyStorageKnowsADatabase(Repository repository) => OnlyThere(
        repository,
        ["Modular.Storage", .. repository.Databases.Select(project => project.Name)],
        // A spreadsheet is read through System.Data.IDataReader; a database begins with its connection.
        assembly => assembly.References.Where(reference => Databases.Any(engine => reference.StartsWith(engine, StringComparison.Ordinal)))
            .Concat(
                assembly.Types.Select(type => type.FullName)
                    .Where(type => type is "System.Data.Common.DbConnection" or "System.Data.Common.DbCommand" or "System.Data.IDbConnection")),
        "nothing outside Storage knows which database runs");

    public static IEnumerable<Breach> OnlyItsProjectKnowsSqlite(Repository repository) => OnlyThere(
        repository,
        ["Modular.Storage.Sqlite"],
        assembly => assembly.References.Where(reference => Array.Exists(OfSqlite, word => reference.StartsWith(word, StringComparison.Ordinal))),
        "what SQLite alone understands stands in its project, so that another database can stand beside it");

    public static IEnumerable<Breach> OnlyJobsKnowsTheScheduler(Repository repository) => OnlyThere(
        repository,
        ["Modular.Jobs"],
        assembly => assembly.References.Where(reference => reference.StartsWith("Hangfire", StringComparison.Ordinal)),
        "nothing outside Jobs knows the job engine");

    /// <summary>Of a kind of job that nobody has, the rule about where jobs belong holds.</summary>
    public static IEnumerable<Breach> JobsBelongToModules(Repository repository)
    {
        var owners = repository.Product.Where(
            project => project.Name != "Modular.Jobs" && repository.Assembly(project).Types.Any(type => type.FullName == "Modular.Jobs.IJob")).ToList();
        return owners.Count == 0
            ? [new Breach("Modular.Jobs.IJob", "no module has a job")]
            : owners.Where(owner => owner.Name == "Modular.Host")
                .Select(owner => new Breach($"{owner.Name} → Modular.Jobs.IJob", "a job stands in the module whose business it is"));
    }

    public static IEnumerable<Breach> OnlySitesLoadsAssemblies(Repository repository) => OnlyThere(
        repository,
        ["Modular.Sites"],
        assembly => assembly.Types.Select(type => type.FullName)
            .Where(type => type is "System.Runtime.Loader.AssemblyLoadContext" or "System.Runtime.Loader.AssemblyDependencyResolver")
            .Concat(assembly.References.Where(reference => reference.StartsWith("McMaster.", StringComparison.Ordinal)))
            .Concat(assembly.Members.Where(member =>
                member.Type == "System.Reflection.Assembly" && member.Name is "Load" or "LoadFrom" or "LoadFile" or "UnsafeLoadFrom")
                .Select(member => $"{member.Type}.{member.Name}")),
        "only Sites loads plugins");

    public static IEnumerable<Breach> NobodyMakesALoadContext(Repository repository) =>
        from project in repository.Product
        from member in repository.Assembly(project).Members
        where member is { Type: "System.Runtime.Loader.AssemblyLoadContext", Name: ".ctor" }
        select new Breach($"{project.Name} → {member.Type}", "plugins are loaded by McMaster.NETCore.Plugins, not by a load context made by hand");

    public static IEnumerable<Breach> Wall(Repository repository)
    {
        var references = repository.ProductAssemblies.ToDictionary(assembly => assembly.Name, assembly => assembly.References);
        return repository.Gone("Modular.Statistics", "Modular.Reporting", "Modular.Intake").Concat(
            from project in new[] { "Modular.Statistics", "Modular.Reporting" }
            where Reaches(references, project, "Modular.Intake")
            select new Breach($"{project} → Modular.Intake", "the side without names cannot reach the nominative side"));
    }

    private static bool Reaches(Dictionary<string, IReadOnlySet<string>> references, string from, string target)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>([from]);
        while (open.TryPop(out var assembly))
        {
            foreach (var reference in references.GetValueOrDefault(assembly, new HashSet<string>()).Where(seen.Add))
            {
                open.Push(reference);
            }
        }

        return seen.Contains(target);
    }

    private static IEnumerable<Breach> OnlyThere(Repository repository, string[] homes, Func<BuiltAssembly, IEnumerable<string>> uses, string reason) =>
        repository.Gone(homes).Concat(
            from project in repository.Product.Concat(repository.Plugins)
            where !homes.Contains(project.Name)
            from use in uses(repository.Assembly(project))
            select new Breach($"{project.Name} → {use}", reason));

    private static HashSet<string> FrameworkAssemblies()
    {
        var runtime = RuntimeEnvironment.GetRuntimeDirectory();
        var web = Path.GetDirectoryName(typeof(Microsoft.AspNetCore.Http.HttpContext).Assembly.Location)!;
        return
        [
            .. new[] { runtime, web }.SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll")).Select(file => Path.GetFileNameWithoutExtension(file)),
        ];
    }
}
