using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Modular.Tests;

/// <summary>A PostgreSQL server of this process's own, on loopback and in a folder of its own: nothing of the machine's is touched, and it ends with the tests.</summary>
public sealed class PostgreSqlServer
{
    private static readonly Lazy<Task<PostgreSqlServer>> Running = new(() => StartAsync(isDurable: false));

    private static readonly ConcurrentBag<PostgreSqlServer> Started = [];

    private readonly string _folder;
    private readonly string _programs;
    private readonly int _port;
    private readonly bool _isDurable;

    private PostgreSqlServer(string programs, string folder, int port, bool isDurable) =>
        (_programs, _folder, _port, _isDurable) = (programs, folder, port, isDurable);

    /// <summary>The one of the tests. Nothing of it outlives them: it does not wait for the disk.</summary>
    /// <exception cref="PostgreSqlMissingException">There is none, and none to be had.</exception>
    public static Task<PostgreSqlServer> GetAsync() => Running.Value;

    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = IPAddress.Loopback.ToString(),
        Port = _port,
        Username = "modular",
        Database = database,
    }.ConnectionString;

    /// <summary>An empty one of a new name.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"t{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0");
        return name;
    }

    public Task DropDatabaseAsync(string name) => ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

    /// <summary>As an administrator would, or a cluster that fails over: who is connected is cut off.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await LaunchAsync();
    }

    private async Task ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    /// <param name="isDurable">Whether what is committed is on the disk, as in an office.</param>
    public static async Task<PostgreSqlServer> StartAsync(bool isDurable)
    {
        var programs = await PostgreSqlPrograms.FindAsync();
        var folder = Directory.CreateTempSubdirectory("modular-postgresql-").FullName;
        var server = new PostgreSqlServer(programs, folder, FreePort(), isDurable);
        if (PostgreSqlPrograms.IsRoot)
        {
            await PostgreSqlPrograms.RunAsync("chown", "postgres", folder);
        }

        await server.RunAsync(
            "initdb", "--pgdata", server.Data, "--username", "modular", "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync");
        await server.LaunchAsync();
        Started.Add(server);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => EndAllAsync().GetAwaiter().GetResult();
        return server;
    }

    /// <summary>Ends those that this process started. It is not left to the exit: a runner kills a process of tests that takes its time there.</summary>
    public static async Task EndAllAsync()
    {
        while (Started.TryTake(out var server))
        {
            await server.EndAsync();
        }
    }

    private string Data => Path.Combine(_folder, "data");

    public Task LaunchAsync() => RunAsync(
        "pg_ctl", "start", "--wait", "--silent", "--pgdata", Data, "--log", Path.Combine(_folder, "log"), "--options",
        string.Create(CultureInfo.InvariantCulture, $"-c listen_addresses=127.0.0.1 -c port={_port} -c unix_socket_directories={_folder} ")
        + (_isDurable ? "" : "-c fsync=off -c full_page_writes=off ") + "-c max_connections=300 -c shared_buffers=128MB");

    /// <summary>Whoever is connected is cut off.</summary>
    public Task StopAsync() => RunAsync("pg_ctl", "stop", "--wait", "--silent", "--mode", "immediate", "--pgdata", Data);

    private async Task EndAsync()
    {
        // One that a test stopped is stopped already.
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            await StopAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private Task RunAsync(string program, params string[] arguments) => PostgreSqlPrograms.RunAsOwnerAsync(Path.Combine(_programs, program), arguments);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
