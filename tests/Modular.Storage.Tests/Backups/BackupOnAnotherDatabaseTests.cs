using System.Globalization;
using Microsoft.Data.Sqlite;
using Modular.Access;
using Modular.Access.Journal;
using Modular.Intake.Situations;
using Modular.Storage.Backups;
using Modular.Storage.Tests.Intake;
using Modular.Tests;
using Npgsql;

namespace Modular.Storage.Tests.Backups;

/// <summary>The way from one database to the other is a backup and its restore.</summary>
[TestClass]
public sealed class BackupOnAnotherDatabaseTests
{
    private static readonly SituationScope Pantin = SituationScope.OfCommand("pantin");

    private readonly string _elsewhere = Directory.CreateTempSubdirectory("modular-backup-").FullName;

    [TestMethod]
    public async Task Every_row_of_every_table_goes_to_postgresql_and_comes_back_as_it_was()
    {
        await using var first = await DataFolder.CreateAsync();
        await first.Get<IAccessJournal>().RecordAsync(new JournalEntry(Guid.NewGuid(), "intervenante", JournalAct.Read, "pantin", "subject", "détail"));
        await first.Get<IAccessJournal>().RecordAsync(new JournalEntry(Guid.Empty, "intervenante", JournalAct.Backup, null, null));
        await first.CloseAsync();
        var before = await FillAsync(first.Path);
        Assert.IsGreaterThan(15, before.Count, "all tables of the schema are looked at");

        var away = await ArchiveAsync(first.Path, "away.zip", new SqliteTestDatabase());
        var server = await PostgreSqlTestDatabase.CreateAsync();
        await using var second = await RestoredAsync(away, server);
        await using var third = await RestoredAsync(await ArchiveAsync(second.Path, "back.zip", server), new SqliteTestDatabase());
        await third.CloseAsync();

        var after = await RowsAsync(third.Path);
        foreach (var (table, rows) in before)
        {
            CollectionAssert.AreEqual(rows, after[table], table);
        }
    }

    [TestMethod]
    public async Task What_is_added_after_a_restore_gets_numbers_of_its_own_and_the_journal_goes_on()
    {
        await using var first = await DataFolder.CreateAsync();
        await AddAsync(first, 3);
        var archive = Path.Combine(_elsewhere, "copy.zip");
        await first.Get<BackupArchive>().CreateAsync(archive);

        await using var second = await RestoredAsync(archive, await PostgreSqlTestDatabase.CreateAsync());
        await AddAsync(second, 2);
        var rows = (await second.Get<IIntakeStore>().ListAsync(Pantin, new SituationFilter(SituationState.All))).Rows;
        CollectionAssert.AreEquivalent(new[] { 1, 2, 3, 4, 5 }, rows.Select(row => row.Rank).ToArray());
        var verdict = await second.Get<IJournalReader>().VerifyAsync();
        Assert.AreEqual((5L, true), (verdict.Rows, verdict.IsWhole), verdict.Sentence);
    }

    [TestMethod]
    public async Task What_was_there_is_kept_aside_as_a_copy_that_either_database_opens()
    {
        await using var first = await DataFolder.CreateAsync();
        await AddAsync(first, 3);
        var archive = Path.Combine(_elsewhere, "copy.zip");
        await first.Get<BackupArchive>().CreateAsync(archive);

        var server = await PostgreSqlTestDatabase.CreateAsync();
        await using var second = await DataFolder.CreateAsync(database: server);
        await AddAsync(second, 1);
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var foreign = new NpgsqlCommand("CREATE TABLE watching_host (name text); INSERT INTO watching_host VALUES ('ours')", connection);
        await foreign.ExecuteNonQueryAsync();
        var aside = await second.Get<BackupArchive>().RestoreAsync(archive);
        foreign.CommandText = "SELECT count(*) FROM watching_host";
        Assert.AreEqual(1L, await foreign.ExecuteScalarAsync(), "what is not Modular's stays as it is");
        Assert.AreEqual(3, (await second.Get<IIntakeStore>().ListAsync(Pantin, new SituationFilter(SituationState.All))).Rows.Count);
        await using var kept = await DataFolder.OpenAsync(aside);
        Assert.AreEqual(1, (await kept.Get<IIntakeStore>().ListAsync(Pantin, new SituationFilter(SituationState.All))).Rows.Count);
    }

    [TestMethod]
    public async Task Nothing_is_restored_under_a_host_of_another_machine_and_nothing_is_touched()
    {
        var server = await PostgreSqlTestDatabase.CreateAsync();
        await using var first = await DataFolder.CreateAsync(database: server);
        await AddAsync(first, 2);
        var archive = Path.Combine(_elsewhere, "copy.zip");
        await first.Get<BackupArchive>().CreateAsync(archive);
        await AddAsync(first, 1);

        await using (await first.Get<IDatabase>().ServeAsync(_ => { }))
        {
            var other = await DataFolder.OpenAsync(Path.Combine(_elsewhere, "other"), database: server);
            var refused = await Assert.ThrowsExactlyAsync<BackupRefusedException>(() => other.Get<BackupArchive>().RestoreAsync(archive));
            Assert.Contains("a host serves database", refused.Message);
            await other.CloseAsync();
            Assert.AreEqual(3, (await first.Get<IIntakeStore>().ListAsync(Pantin, new SituationFilter(SituationState.All))).Rows.Count);
        }

        await first.Get<BackupArchive>().RestoreAsync(archive);
        Assert.AreEqual(2, (await first.Get<IIntakeStore>().ListAsync(Pantin, new SituationFilter(SituationState.All))).Rows.Count);
    }

    [TestMethod]
    public async Task A_character_that_postgresql_cannot_keep_is_left_out_of_a_text_and_a_journal_that_has_one_is_refused()
    {
        await using var first = await DataFolder.CreateAsync();
        await first.Get<IAccessJournal>().RecordAsync(new JournalEntry(Guid.Empty, "intervenante", JournalAct.Read, "pantin", null));
        await ExecuteAsync(
            first, $"INSERT INTO presence_holder VALUES ('{Guid.NewGuid()}', 'pantin', 'poste-1', 'avant' || char(0) || 'après', '2026-11-23', NULL)");
        var archive = Path.Combine(_elsewhere, "copy.zip");
        await first.Get<BackupArchive>().CreateAsync(archive);
        var server = await PostgreSqlTestDatabase.CreateAsync();
        await using var second = await RestoredAsync(archive, server);
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var worker = new NpgsqlCommand("SELECT worker FROM presence_holder", connection);
        Assert.AreEqual("avantaprès", await worker.ExecuteScalarAsync());

        // What would be another line than the one that was written is not brought over as if it were that.
        await first.Get<IAccessJournal>().RecordAsync(new JournalEntry(Guid.Empty, "intervenante", JournalAct.Read, "pantin", "avant\0après"));
        File.Delete(archive);
        await first.Get<BackupArchive>().CreateAsync(archive);
        var refused = await Assert.ThrowsExactlyAsync<BackupRefusedException>(() => second.Get<BackupArchive>().RestoreAsync(archive));
        Assert.Contains("row 2 of its journal", refused.Message);
        Assert.AreEqual("avantaprès", await worker.ExecuteScalarAsync(), "nothing is touched");
    }

    [TestCleanup]
    public void Clean() => Directory.Delete(_elsewhere, recursive: true);

    private static async Task AddAsync(DataFolder data, int situations)
    {
        foreach (var number in Enumerable.Range(1, situations))
        {
            await data.Get<IIntakeStore>().AddAsync(Pantin, [IntakeStoreContract.New("pantin", new DateOnly(2026, 3, number))]);
        }

        await data.Get<IAccessJournal>().BringAsync();
    }

    private async Task<string> ArchiveAsync(string folder, string name, TestDatabase database)
    {
        await using var data = await DataFolder.OpenAsync(folder, database: database);
        var archive = Path.Combine(_elsewhere, name);
        await data.Get<BackupArchive>().CreateAsync(archive);
        await data.CloseAsync();
        return archive;
    }

    private static async Task<DataFolder> RestoredAsync(string archive, TestDatabase database)
    {
        var data = await DataFolder.CreateAsync(database: database);
        await data.Get<BackupArchive>().RestoreAsync(archive);
        return data;
    }

    /// <summary>Invented rows in every table: one with everything, one with as little as may be.</summary>
    private static async Task<Dictionary<string, List<string>>> FillAsync(string folder)
    {
        foreach (var file in (string[])["modular.db", "journal.db"])
        {
            await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, file)};Pooling=False");
            await connection.OpenAsync();
            foreach (var table in await TablesAsync(connection))
            {
                var columns = await ListAsync(connection, $"SELECT name || '|' || type || '|' || (\"notnull\" OR pk) FROM pragma_table_info('{table}')");
                for (var row = 1; row <= (table is "journal_brought" or "journal_row" ? 0 : 2); row++)
                {
                    await using var insert = connection.CreateCommand();
                    insert.CommandText = $"INSERT INTO \"{table}\" VALUES ({string.Join(", ", columns.Select(column => Value(column.Split('|'), row)))})";
                    await insert.ExecuteNonQueryAsync();
                }
            }
        }

        return await RowsAsync(folder);
    }

    private static string Value(string[] column, int row) => column switch
    {
        [_, _, "0"] when row == 2 => "NULL",
        ["id" or "situation" or "created_by" or "marked_by" or "account", "TEXT", _] => $"'ABCDEF01-0000-4000-8000-00000000000{row}'",
        ["delivery", ..] => $"'ABCDEF01-0000-4000-8000-00000000000{row}'",
        ["day" or "first_day" or "last_day" or "on" or "to_day", ..] => $"'2026-02-0{row}'",
        [var name, "TEXT", _] when name.EndsWith("_on", StringComparison.Ordinal) || name == "contact_before" => $"'2026-02-1{row}'",
        ["starts" or "ends" or "to_starts" or "to_ends", ..] => $"'0{row}:30:00'",
        ["disabled" or "withdrawn" or "added", ..] => string.Create(CultureInfo.InvariantCulture, $"{row % 2}"),
        [_, "INTEGER", _] => string.Create(CultureInfo.InvariantCulture, $"{row}"),
        [_, "BLOB", _] => $"x'00ff{row:00}'",
        _ => $"'L’été, « {row} » ; ''x'' \t{column[0]}'",
    };

    private static async Task<Dictionary<string, List<string>>> RowsAsync(string folder)
    {
        Dictionary<string, List<string>> rows = [];
        foreach (var file in (string[])["modular.db", "journal.db"])
        {
            await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, file)};Pooling=False");
            await connection.OpenAsync();
            foreach (var table in await TablesAsync(connection))
            {
                var columns = await ListAsync(connection, $"SELECT 'quote(\"' || name || '\")' FROM pragma_table_info('{table}')");
                rows.Add(table, await ListAsync(connection, $"SELECT {string.Join(" || ' ' || ", columns)} FROM \"{table}\" ORDER BY 1"));
            }
        }

        return rows;
    }

    private static Task<List<string>> TablesAsync(SqliteConnection connection) =>
        ListAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'schema_version' ORDER BY rowid");

    private static async Task ExecuteAsync(DataFolder data, string statement)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(data.Path, "modular.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<string>> ListAsync(SqliteConnection connection, string question)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        await using var reader = await command.ExecuteReaderAsync();
        List<string> found = [];
        while (await reader.ReadAsync())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }
}
