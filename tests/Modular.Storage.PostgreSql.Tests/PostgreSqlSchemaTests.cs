using Microsoft.Data.Sqlite;
using Modular.Storage.Schema;
using Modular.Storage.Sqlite;
using Modular.Tests;
using Npgsql;

namespace Modular.Storage.PostgreSql.Tests;

[TestClass]
public sealed class PostgreSqlSchemaTests
{
    [TestMethod]
    public async Task Hosts_that_start_at_once_on_an_empty_database_make_its_tables_once()
    {
        var database = await PostgreSqlTestDatabase.CreateAsync();
        var folders = Enumerable.Range(0, 4).Select(_ => Directory.CreateTempSubdirectory("modular-").FullName).ToList();
        var hosts = await Task.WhenAll(folders.Select(folder => Task.Run(() => DataFolder.OpenAsync(folder, database: database))));
        await hosts[0].Get<ISchema>().ApplyAsync();
        Assert.AreEqual(0L, await ScalarAsync(database, "SELECT count(*) - count(DISTINCT (module, number)) FROM schema_version"));
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }

    [TestMethod]
    public async Task A_database_that_a_later_version_changed_is_refused_and_left_as_it_is()
    {
        var database = await PostgreSqlTestDatabase.CreateAsync();
        await using var host = await DataFolder.CreateAsync(database: database);
        await ScalarAsync(database, "INSERT INTO schema_version VALUES ('Intake', 999, now()) RETURNING number");
        var refused = await Assert.ThrowsExactlyAsync<LaterSchemaException>(() => host.Get<ISchema>().ApplyAsync());
        Assert.Contains("by a later version (Intake 999)", refused.Message);
    }

    [TestMethod]
    public async Task Tables_are_changed_only_once_the_hosts_that_know_the_earlier_ones_have_ended()
    {
        var database = await PostgreSqlTestDatabase.CreateAsync();
        await using var earlier = await DataFolder.CreateAsync(database: database);
        var served = await earlier.Get<IDatabase>().ServeAsync(_ => { });
        // As a database of the version before is: one step is yet to come.
        await ScalarAsync(database, "DROP TABLE keys_sealed; DELETE FROM schema_version WHERE module = 'Keys' RETURNING number");
        var folder = Directory.CreateTempSubdirectory("modular-").FullName;
        var later = Task.Run(() => DataFolder.OpenAsync(folder, database: database));
        Assert.AreNotSame(later, await Task.WhenAny(later, earlier.Get<IDatabase>().OpenJournalAsync()));
        Assert.AreEqual(0L, await ScalarAsync(database, "SELECT count(*) FROM schema_version WHERE module = 'Keys'"));

        await served!.DisposeAsync();
        await using var upgraded = await later;
        Assert.AreEqual(1L, await ScalarAsync(database, "SELECT count(*) FROM schema_version WHERE module = 'Keys'"));
        Assert.HasCount(1, Directory.GetDirectories(Path.Combine(folder, "backups"), "before-schema-*"), "what was there is copied before");
    }

    [TestMethod]
    public async Task The_copy_before_a_step_has_the_tables_of_the_version_before_and_no_others()
    {
        var database = await PostgreSqlTestDatabase.CreateAsync();
        await using var earlier = await DataFolder.CreateAsync(database: database);
        await database.ExecuteAsync("DROP TABLE deliveries_delivery, deliveries_event; DELETE FROM schema_version WHERE module = 'Deliveries'");
        var folder = Directory.CreateTempSubdirectory("modular-").FullName;
        await using var later = await DataFolder.OpenAsync(folder, database: database);
        Assert.AreEqual(0L, await ScalarAsync(database, "SELECT count(*) FROM deliveries_delivery"));

        var copy = Directory.GetDirectories(Path.Combine(folder, "backups")).Single();
        await using var file = new SqliteConnection($"Data Source={Path.Combine(copy, "modular.db")};Pooling=False");
        await file.OpenAsync();
        await using var command = file.CreateCommand();
        command.CommandText = """
            SELECT (SELECT count(*) FROM sqlite_master WHERE name LIKE 'deliveries%'), (SELECT count(*) FROM schema_version WHERE module = 'Deliveries'),
                (SELECT max(number) FROM schema_version WHERE module = 'Intake')
            """;
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        Assert.AreEqual((0L, 0L), (reader.GetInt64(0), reader.GetInt64(1)));
        Assert.IsGreaterThan(1, reader.GetInt64(2));
    }

    [TestMethod]
    public void Each_step_says_which_of_SQLite_it_is_and_the_last_ones_are_the_same()
    {
        var known = SchemaScript.Of(typeof(PostgreSqlSchema).Assembly).Select(script => (script.Module, script.Number)).ToHashSet();
        var last = SchemaScript.Of(typeof(SqliteStorageServices).Assembly).GroupBy(script => script.Module, script => script.Number)
            .Select(steps => $"{steps.Key} {steps.Max()}");
        CollectionAssert.AreEquivalent(last.ToList(), PostgreSqlSchema.StepsOf(known).Select(step => $"{step.Key} {step.Value}").ToList());
    }

    [TestMethod]
    [DataRow("Database=modular;Password=secret")]
    [DataRow("Host=db;Password=secret")]
    [DataRow("Data Source=modular.db;Password=secret;Cache=x")]
    [DataRow("secret")]
    public void A_connection_string_is_judged_without_being_quoted(string wrong)
    {
        Assert.IsNull(PostgreSqlStorageServices.Fault("Host=db;Database=modular;Username=modular;Password=secret"));
        var fault = PostgreSqlStorageServices.Fault(wrong)!;
        Assert.Contains("Host=db.example", fault);
        Assert.DoesNotContain("secret", fault);
    }

    [TestMethod]
    public async Task Why_a_server_cannot_be_used_is_said_without_the_password()
    {
        var server = await PostgreSqlTestDatabase.ServerAsync();
        using var missing = new PostgreSqlDatabase("/nowhere", server.ConnectionString("no_such_database") + ";Password=secret", TimeProvider.System);
        var failure = await Assert.ThrowsExactlyAsync<PostgresException>(async () => await missing.OpenAsync());
        var said = new ServedData(missing, TimeProvider.System).Why(failure);
        Assert.Contains("does not exist", said!);
        Assert.DoesNotContain("secret", said!);

        using var nobody = new PostgreSqlDatabase("/nowhere", "Host=127.0.0.1;Port=1;Database=d;Username=u;Password=secret", TimeProvider.System);
        var unreached = await Assert.ThrowsAsync<NpgsqlException>(async () => await nobody.OpenAsync());
        Assert.Contains("database d of 127.0.0.1 cannot be used: PostgreSQL is not reached", new ServedData(nobody, TimeProvider.System).Why(unreached)!);
    }

    [TestMethod]
    public async Task A_server_that_ends_a_connection_is_away_whatever_its_reason()
    {
        var server = await PostgreSqlTestDatabase.ServerAsync();
        using var database = new PostgreSqlDatabase("/nowhere", server.ConnectionString("postgres") + ";Options=-c no_such=1", TimeProvider.System);
        var failure = await Assert.ThrowsExactlyAsync<PostgresException>(async () => await database.OpenAsync());
        Assert.AreEqual("FATAL", failure.InvariantSeverity);
        Assert.AreEqual(DatabaseFailure.Away, database.KindOf(failure));
    }

    private static async Task<object?> ScalarAsync(PostgreSqlTestDatabase database, string question)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(question, connection);
        return await command.ExecuteScalarAsync();
    }
}
