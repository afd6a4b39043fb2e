using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Modular.Statistics.Facts;
using Modular.Storage.Schema;
using Modular.Storage.Sqlite;

namespace Modular.Storage.Tests.Statistics;

[TestClass]
public sealed class SqliteFactStoreTests : FactStoreContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("modular-facts").FullName;
    private ServiceProvider _services = null!;

    protected override IFactSink Sink => _services.GetRequiredService<IFactSink>();

    protected override IFactReader Reader => _services.GetRequiredService<IFactReader>();

    [TestInitialize]
    public async Task Open()
    {
        _services = new ServiceCollection().AddSingleton(TimeProvider.System).AddSqliteStorage(_folder).BuildServiceProvider();
        await _services.GetRequiredService<ISchema>().ApplyAsync();
    }

    [TestMethod]
    public async Task Half_days_that_an_earlier_version_wrote_down_go_when_it_is_brought_up_to_date()
    {
        await PutAsync("loire", "presence", [HalfDay(FactUnits.HalfDays), HalfDay(FactUnits.PromisedHalfDays), HalfDay(FactUnits.Contacts)]);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "modular.db")};Pooling=False"))
        await using (var command = connection.CreateCommand())
        {
            await connection.OpenAsync();
            command.CommandText = "DELETE FROM schema_version WHERE module = 'Statistics' AND number = 2";
            Assert.AreEqual(1, await command.ExecuteNonQueryAsync());
        }

        await _services.GetRequiredService<ISchema>().ApplyAsync();
        var left = await Reader.ReadAsync("loire", [FactUnits.HalfDays, FactUnits.PromisedHalfDays, FactUnits.Contacts], new(2024, 1, 1), new(2024, 12, 31));
        CollectionAssert.AreEqual(new[] { FactUnits.Contacts }, left.Units.Where(unit => unit.Value.Count > 0).Select(unit => unit.Key).ToArray());

        static Fact HalfDay(string unit) =>
            new("loire", unit, "presence", new(2024, 3, 1), new Dictionary<string, IReadOnlyList<string>>(), new Dictionary<string, int>());
    }

    [TestCleanup]
    public async Task Close()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
