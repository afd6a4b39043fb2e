using Modular.Storage.Schema;
using Modular.Tests;

namespace Modular.Storage.Sqlite.Tests;

[TestClass]
public sealed class SqliteSchemaTests
{
    [TestMethod]
    public async Task A_new_folder_has_every_table_and_is_left_as_it_is_the_second_time()
    {
        await using var data = await DataFolder.CreateAsync();
        await using (var connection = await data.Get<SqliteDatabase>().OpenAsync(DataFile.Main))
        {
            foreach (var table in new[] { "access_account", "deliveries_delivery", "intake_situation", "jobs_run", "presence_mark", "statistics_fact" })
            {
                Assert.AreEqual(0L, await connection.AskAsync($"SELECT COUNT(*) FROM {table}"), table);
            }
        }

        await data.Get<ISchema>().ApplyAsync();
        Assert.IsFalse(Directory.Exists(Path.Combine(data.Path, "backups")));
    }

    [TestMethod]
    public async Task An_older_folder_is_copied_and_gets_the_scripts_it_lacks()
    {
        await using var data = await DataFolder.CreateAsync();
        await using (var connection = await data.Get<SqliteDatabase>().OpenAsync(DataFile.Main))
        {
            await connection.AskAsync("ALTER TABLE jobs_plan DROP COLUMN timing");
            await connection.AskAsync("INSERT INTO jobs_plan (job, site, since) VALUES ('backup', '', 0)");
            await connection.AskAsync("DELETE FROM schema_version WHERE module = 'Jobs' AND number = 2");
        }

        await data.Get<ISchema>().ApplyAsync();

        await using (var connection = await data.Get<SqliteDatabase>().OpenAsync(DataFile.Main))
        {
            Assert.AreEqual(1L, await connection.AskAsync("SELECT COUNT(*) FROM jobs_plan WHERE timing IS NULL"));
            Assert.AreEqual(1L, await connection.AskAsync("SELECT COUNT(*) FROM schema_version WHERE module = 'Jobs' AND number = 2"));
        }

        Assert.ContainsSingle(Directory.GetFiles(Path.Combine(data.Path, "backups"), "before-schema-*-modular.db"));
    }

    [TestMethod]
    public async Task A_folder_of_a_later_version_is_refused_and_left_as_it_is()
    {
        await using var data = await DataFolder.CreateAsync();
        await using (var connection = await data.Get<SqliteDatabase>().OpenAsync(DataFile.Main))
        {
            await connection.AskAsync("INSERT INTO schema_version VALUES ('Intake', 999, '')");
        }

        var refused = await Assert.ThrowsExactlyAsync<LaterSchemaException>(() => data.Get<ISchema>().ApplyAsync());
        Assert.Contains("by a later version (Intake 999)", refused.Message);
    }
}
