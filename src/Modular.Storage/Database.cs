using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Modular.Storage;

/// <summary>The files of the data folder. The access journal stands apart from the data (CNIL 2021-122).</summary>
public enum DataFile
{
    Main,
    Journal,
}

/// <summary>Where the data is and how a context reaches it: the one place that knows which database runs.</summary>
public sealed class Database(string dataFolder)
{
    public string DataFolder => dataFolder;

    public string PathOf(DataFile file) => Path.Combine(dataFolder, file switch
    {
        DataFile.Main => "modular.db",
        DataFile.Journal => "journal.db",
        _ => throw new ArgumentOutOfRangeException(nameof(file), file, null),
    });

    public string ConnectionString(DataFile file) => new SqliteConnectionStringBuilder
    {
        DataSource = PathOf(file),
        DefaultTimeout = 30,
        ForeignKeys = true,
    }.ToString();

    internal void Configure(DbContextOptionsBuilder options, DataFile file) =>
        options.UseSqlite(ConnectionString(file)).AddInterceptors(Durable.Instance);

    public async Task<SqliteConnection> OpenAsync(DataFile file, CancellationToken cancellation = default)
    {
        var connection = new SqliteConnection(ConnectionString(file));
        await connection.OpenAsync(cancellation);
        Durable.Apply(connection);
        return connection;
    }

    /// <summary>An acknowledged write survives a power cut: write-ahead log, and a sync at every commit.</summary>
    private sealed class Durable : DbConnectionInterceptor
    {
        public static readonly Durable Instance = new();

        public static void Apply(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";
            command.ExecuteNonQuery();
        }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Apply(connection);
            return Task.CompletedTask;
        }
    }
}

/// <summary>What every module's context has in common: instants are kept as UTC ticks, which SQLite can order.</summary>
internal abstract class ModuleContext(DbContextOptions options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
        instant => instant.UtcTicks,
        ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
