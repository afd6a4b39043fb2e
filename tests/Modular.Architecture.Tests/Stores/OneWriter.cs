using System.Text.RegularExpressions;
using Modular.Architecture.Tests.Repositories;

namespace Modular.Architecture.Tests.Stores;

/// <summary>Tables are changed in one way, which knows about turns, locks and commits; the journal and the schema have files and ways of their own.</summary>
internal static partial class OneWriter
{
    /// <summary>Where such a word may stand, and the word that shows that the file still does that work.</summary>
    private static readonly (string Path, string Word)[] Writers =
    [
        ("src/Modular.Storage/ModuleWriter.cs", "SaveChangesAsync"),
        ("src/Modular.Storage/WriteQueue.cs", "BeginTransaction"),
        ("src/Modular.Storage/ModuleContext.cs", "SaveChangesAsync"),
        ("src/Modular.Storage/Journal/JournalWriter.cs", "BeginTransaction"),
        ("src/Modular.Storage.Sqlite/SqliteSchema.cs", "BeginTransaction"),
        ("src/Modular.Storage.Sqlite/SqliteDatabase.cs", "BeginTransaction"),
        ("src/Modular.Storage.Sqlite/SqliteCopy.cs", "BeginTransaction"),
        ("src/Modular.Storage.PostgreSql/PostgreSqlSchema.cs", "BeginTransaction"),
        ("src/Modular.Storage.PostgreSql/PostgreSqlDatabase.cs", "BeginTransaction"),
        ("src/Modular.Storage.PostgreSql/Replacement.cs", "BeginTransaction"),
        ("src/Modular.Storage.PostgreSql/Keys/SharedKeys.cs", "BeginTransaction"),
        ("src/Modular.Storage.PostgreSql/Sites/SharedVersions.cs", "BeginTransaction"),
    ];

    [GeneratedRegex(@"\b(SaveChanges|ExecuteUpdate|ExecuteDelete|BeginTransaction|ExecuteSql\w*)(Async)?\b")]
    private static partial Regex Writing();

    public static IEnumerable<Breach> Writes(Repository repository)
    {
        var sources = repository.Sources(repository.Product, ".cs", ".cshtml").ToList();
        return sources.Where(source => Writing().IsMatch(source.Text) && !Array.Exists(Writers, writer => writer.Path == source.Path))
            .OrderBy(source => source.Path, StringComparer.Ordinal)
            .Select(source => new Breach(source.Path, $"it says {Writing().Match(source.Text).Value}: tables are changed through Writer.WriteAsync alone"))
            .Concat(Writers
                .Where(writer => !sources.Exists(source => source.Path == writer.Path && source.Text.Contains(writer.Word, StringComparison.Ordinal)))
                .Select(writer => new Breach(writer.Path, "the rule speaks of it, and it is not there or writes no more")));
    }
}
