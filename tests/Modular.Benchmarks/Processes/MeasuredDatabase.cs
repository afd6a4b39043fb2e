using Modular.Tests;

namespace Modular.Benchmarks.Processes;

/// <summary>What the hosts that are measured keep their records in: files of SQLite in their folder, or PostgreSQL where <c>--postgres</c> asks for it.</summary>
internal static class MeasuredDatabase
{
    public const string Option = "--postgres";

    /// <summary>A server of this program's own, whose commits are on the disk; null for SQLite.</summary>
    public static PostgreSqlServer? Server { get; private set; }

    public static async Task UsePostgreSqlAsync() => Server = await PostgreSqlServer.StartAsync(isDurable: true);

    /// <summary>The setting of one that is new and empty; null for SQLite.</summary>
    public static async Task<string?> NewAsync() => Server is { } server ? server.ConnectionString(await server.CreateDatabaseAsync()) : null;
}
