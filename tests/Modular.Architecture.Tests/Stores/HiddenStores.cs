using System.Text.RegularExpressions;
using System.Xml.Linq;
using Modular.Architecture.Tests.Repositories;

namespace Modular.Architecture.Tests.Stores;

/// <summary>Stores and rows are their module's and Storage's: whoever else wants to read or change something asks the module.</summary>
internal static partial class HiddenStores
{
    /// <summary>The modules that keep something.</summary>
    public static readonly string[] Keeping = ["Modular.Access", "Modular.Intake", "Modular.Jobs", "Modular.Presence", "Modular.Reporting"];

    [GeneratedRegex(@"\.I?[A-Za-z]*(Store|Row|Rows|Ledger|Outbox)$")]
    private static partial Regex StoreOrRow();

    /// <summary>What Storage takes from a module by such a name is not public.</summary>
    public static IEnumerable<Breach> AreInternal(Repository repository)
    {
        var kept = Kept(repository).ToHashSet();
        return from module in repository.Modules
               from type in repository.Assembly(module).Shown
               where kept.Contains(type.FullName)
               orderby type.FullName
               select new Breach(type.FullName, "a store or a row is its module’s and Storage’s: it is internal, and others ask the module");
    }

    /// <summary>Of a module that has no store, or none that Storage serves, every rule about stores holds.</summary>
    public static IEnumerable<Breach> AreThere(Repository repository)
    {
        var kept = Kept(repository).ToList();
        return Keeping.Where(module => !kept.Exists(type => type.StartsWith(module + ".", StringComparison.Ordinal)))
            .Select(module => new Breach(module, "Storage serves no store of it by a name that these rules know"));
    }

    /// <summary>
    /// Facts go from module to module by a door that stays public, and the database is known to its own project: neither is opened by pages and commands.
    /// </summary>
    public static IEnumerable<Breach> AreNotOpenedByTheHost(Repository repository)
    {
        var storage = repository.Storage.Select(project => project.Assembly).ToHashSet();
        var kept = Kept(repository).ToHashSet();
        return repository.Gone("Modular.Host").Concat(
            from host in repository.Product
            where host.Name == "Modular.Host"
            from type in repository.Assembly(host).Types
            where kept.Contains(type.FullName)
                || type.FullName is "Modular.Statistics.Facts.IFactSink" or "Modular.Statistics.Facts.IFactReader"
                || (storage.Contains(type.Assembly ?? "") && type.FullName.EndsWith("Database", StringComparison.Ordinal))
            orderby type.FullName
            select new Breach($"Modular.Host → {type.FullName}", "pages and commands ask a module, never its store"));
    }

    /// <summary>A door that is opened to another project is no wall.</summary>
    public static IEnumerable<Breach> AreShownToStorageAlone(Repository repository) =>
        from module in repository.Modules
        from element in XDocument.Load(module.File).Descendants("InternalsVisibleTo")
        from friend in ((string?)element.Attribute("Include") ?? "").Split(';')
        where friend != "Modular.Storage" && !friend.EndsWith(".Tests", StringComparison.Ordinal)
        select new Breach($"{module.Name} → {friend}", "a module shows its internals to Storage and to tests alone");

    private static IEnumerable<string> Kept(Repository repository)
    {
        var modules = repository.Modules.Select(module => module.Assembly).ToHashSet();
        return repository.Product.Where(project => project.Name == "Modular.Storage")
            .SelectMany(storage => repository.Assembly(storage).Types)
            .Where(type => type.Assembly is { } assembly && modules.Contains(assembly) && StoreOrRow().IsMatch(type.FullName))
            .Select(type => type.FullName);
    }
}
