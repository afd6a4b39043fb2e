using Modular.Architecture.Tests.Repositories;
using Modular.Architecture.Tests.Seeding;

namespace Modular.Architecture.Tests.Stores;

[TestClass]
public class OneWriterTests
{
    [TestMethod]
    public void Tables_are_changed_in_one_way() => OneWriter.Writes(Repository.Here).Kept();

    [TestMethod]
    [DataRow("await context.SaveChangesAsync(cancellation);")]
    [DataRow("await rows.ExecuteUpdateAsync(set => set);")]
    [DataRow("await rows.ExecuteDeleteAsync(cancellation);")]
    [DataRow("using var transaction = connection.BeginTransaction();")]
    public void A_store_that_writes_by_itself_is_named(string line)
    {
        using var seed = Sound().File("src/Modular.Storage/Presence/PresenceStore.cs", line);
        OneWriter.Writes(seed.Repository).BrokenBy("src/Modular.Storage/Presence/PresenceStore.cs");
    }

    [TestMethod]
    public void A_writer_that_was_renamed_away_is_named()
    {
        using var seed = Sound().File("src/Modular.Storage/ModuleWriter.cs", "static class ModuleWriter;");
        OneWriter.Writes(seed.Repository).BrokenBy("src/Modular.Storage/ModuleWriter.cs");
    }

    private static Seed Sound() => new Seed().Project("src/Modular.Storage").Project("src/Modular.Storage.Sqlite")
        .File("src/Modular.Storage/ModuleWriter.cs", "await context.SaveChangesAsync();")
        .File("src/Modular.Storage/WriteQueue.cs", "context.Database.BeginTransactionAsync();")
        .File("src/Modular.Storage/ModuleContext.cs", "override Task<int> SaveChangesAsync();")
        .File("src/Modular.Storage/Journal/JournalWriter.cs", "connection.BeginTransaction();")
        .Project("src/Modular.Storage.PostgreSql")
        .File("src/Modular.Storage.Sqlite/SqliteSchema.cs", "connection.BeginTransaction();")
        .File("src/Modular.Storage.Sqlite/SqliteDatabase.cs", "connection.BeginTransaction();")
        .File("src/Modular.Storage.PostgreSql/PostgreSqlSchema.cs", "connection.BeginTransactionAsync();")
        .File("src/Modular.Storage.PostgreSql/PostgreSqlDatabase.cs", "connection.BeginTransactionAsync();")
        .File("src/Modular.Storage.PostgreSql/Replacement.cs", "connection.BeginTransactionAsync();")
        .File("src/Modular.Storage.Sqlite/SqliteCopy.cs", "connection.BeginTransaction();")
        .File("src/Modular.Storage.PostgreSql/Keys/SharedKeys.cs", "connection.BeginTransaction();")
        .File("src/Modular.Storage.PostgreSql/Sites/SharedVersions.cs", "connection.BeginTransaction();");
}
