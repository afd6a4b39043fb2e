using System.Text.RegularExpressions;
using Modular.Architecture.Tests.Repositories;

namespace Modular.Architecture.Tests.Stores;

/// <summary>Every store is tried by one class of tests on every database: what holds on one of them alone is found before anybody's data is there.</summary>
internal static partial class StoreContracts
{
    /// <summary>What Storage does for a module beside the database: the same whichever that is.</summary>
    private static readonly Dictionary<string, string> BesideTheDatabase = new()
    {
        ["Modular.Intake.Drafts.IDraftStore"] = "what is being typed is in a file of the host's own",
        ["Modular.Jobs.IJob"] = "it is work, and keeps nothing",
        ["Modular.Sites.ISharedVersions"] = "a database that one host has alone shares nothing",
    };

    [GeneratedRegex(@"\babstract (?:partial )?class (?<name>\w+Contract)\b")]
    private static partial Regex Contract();

    [GeneratedRegex(@"\[TestClass\]\s+public sealed (?:partial )?class (?<name>\w+)(?:\([^)]*\))? : (?<contract>\w+)")]
    private static partial Regex TriedClass();

    /// <summary>Of what Storage implements for a module, in whichever of its projects.</summary>
    public static IEnumerable<Breach> AreThere(Repository repository)
    {
        var contracts = Tests(repository).Where(source => Contract().IsMatch(source.Text)).ToList();
        return from store in Stores(repository)
               where !BesideTheDatabase.ContainsKey(store)
               let name = store[(store.LastIndexOf('.') + 1)..]
               where !contracts.Exists(contract => Regex.IsMatch(contract.Text, $@"\b{name}\b"))
               orderby store
               select new Breach(store, "no contract class tries it: write one, with a subclass for each database");
    }

    /// <summary>A contract that is tried on some databases says nothing of the others.</summary>
    public static IEnumerable<Breach> AreTriedOnEveryDatabase(Repository repository)
    {
        var tests = Tests(repository).ToList();
        var tried = tests.SelectMany(source => TriedClass().Matches(source.Text))
            .ToLookup(match => match.Groups["contract"].Value, match => match.Groups["name"].Value);
        return from source in tests
               from Match match in Contract().Matches(source.Text)
               let contract = match.Groups["name"].Value
               from database in repository.Databases.Select(project => project.Name["Modular.Storage.".Length..])
               where tried[contract].Count(name => name.StartsWith(database, StringComparison.Ordinal)) != 1
               orderby contract, database
               select new Breach($"{contract} on {database}", $"one test class derives from it whose name begins with {database}");
    }

    /// <summary>Renamed away, what these rules speak of would leave rules that nothing breaks.</summary>
    public static IEnumerable<Breach> SpeakOfWhatIsThere(Repository repository)
    {
        var stores = Stores(repository).ToHashSet();
        return repository.Gone("Modular.Storage", "Modular.Storage.Sqlite", "Modular.Storage.PostgreSql")
            .Concat(BesideTheDatabase.Keys.Where(store => !stores.Contains(store))
                .Select(store => new Breach(store, "the rule speaks of it, and Storage implements no such interface")))
            .Concat(HiddenStores.Keeping.Where(module => !stores.Any(store => store.StartsWith(module + ".", StringComparison.Ordinal)))
                .Select(module => new Breach(module, "Storage implements no store of it that these rules find")));
    }

    /// <summary>All but these rules' own, in which the contract of no store stands as a text.</summary>
    private static IEnumerable<SourceFile> Tests(Repository repository) =>
        repository.Sources(repository.Tests.Where(project => project.Name != "Modular.Architecture.Tests"), ".cs");

    /// <summary>The interfaces of modules that classes of Storage implement; what such a class has within it is a part of its store.</summary>
    private static IEnumerable<string> Stores(Repository repository)
    {
        var modules = repository.Modules.Select(module => module.Assembly).ToHashSet();
        return repository.Storage.SelectMany(storage => repository.Assembly(storage).Implemented)
            .Where(type => type.Assembly is { } assembly && modules.Contains(assembly)).Select(type => type.FullName).Distinct();
    }
}
