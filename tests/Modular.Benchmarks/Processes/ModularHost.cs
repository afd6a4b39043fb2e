using System.Diagnostics;
using System.IO.Compression;

namespace Modular.Benchmarks.Processes;

/// <summary>
/// A built host, the one beside this program unless another is given, on a data folder of its own, with the plugins of the project or those of a folder given.
/// </summary>
/// <param name="beside">Another host of the same database, which this one shares with it.</param>
internal sealed class ModularHost(string? plugins = null, string? executable = null, ModularHost? beside = null) : IDisposable
{
    private const string Connection = "ConnectionStrings__Modular";

    /// <summary>The one beside this program.</summary>
    public static string Built { get; } = Path.Combine(AppContext.BaseDirectory, "modular.dll");

    /// <summary>What is run next on this data.</summary>
    public string Executable { get; set; } = executable ?? Built;

    public string DataFolder { get; } = Directory.CreateTempSubdirectory("modular-bench-").FullName;

    /// <summary>Of PostgreSQL; null when the records are in the data folder.</summary>
    public string? PostgreSql { get; } = beside is null ? MeasuredDatabase.NewAsync().GetAwaiter().GetResult() : beside.PostgreSql;

    /// <summary>Settings by the name of their environment variable.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>Files of SQLite with all that is stored, in a folder: by a backup, whatever the records are in.</summary>
    public async Task<string> CopyAsync()
    {
        var copy = Directory.CreateDirectory(Path.Combine(DataFolder, $"copy-{Guid.NewGuid():N}")).FullName;
        await RunAsync(["backup", "create", Path.Combine(copy, "copy.zip")]);
        await ZipFile.ExtractToDirectoryAsync(Path.Combine(copy, "copy.zip"), copy);
        return copy;
    }

    /// <summary>What opens the keys of the database, from the host beside.</summary>
    public void TakeKeys(ModularHost from)
    {
        Directory.CreateDirectory(Path.Combine(DataFolder, "keys"));
        File.Copy(Path.Combine(from.DataFolder, "keys", "database.key"), Path.Combine(DataFolder, "keys", "database.key"));
    }

    public Task<ServedProcess> ServeAsync(params string[] more) =>
        ServedProcess.StartAsync(address => Command(["serve", "--urls", address.ToString(), .. more], plugins));

    /// <summary>Starts it and does not wait until it is ready.</summary>
    public ServedProcess Launch() => ServedProcess.Launch(address => Command(["serve", "--urls", address.ToString()], plugins));

    /// <summary>Runs a command to its end and returns what it printed.</summary>
    public Task<string> RunAsync(string[] arguments, string? input = null) => RunAsync(Command(arguments, plugins), input);

    /// <summary>Runs a command to its end: how long it took, and how much memory it had at most.</summary>
    public async Task<(TimeSpan Took, long MostBytes)> MeasureAsync(params string[] arguments)
    {
        var start = Command(arguments, plugins);
        start.RedirectStandardOutput = true;
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var ended = process.WaitForExitAsync();
        long most = 0;
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!ended.IsCompleted && await pulse.WaitForNextTickAsync())
        {
            process.Refresh();
            most = Math.Max(most, process.HasExited ? 0 : process.PeakWorkingSet64);
        }

        var took = Stopwatch.GetElapsedTime(began);
        return process.ExitCode == 0 ? (took, most) : throw new InvalidOperationException($"modular {arguments[0]} ended with {process.ExitCode}.");
    }

    private static async Task<string> RunAsync(ProcessStartInfo start, string? input)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var complaints = process.StandardError.ReadToEndAsync();
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? printed
            : throw new InvalidOperationException($"modular {string.Join(' ', start.ArgumentList.Skip(1))} ended with {process.ExitCode}: {await complaints}");
    }

    public Task<Account> AddAccountAsync(string login, string role, params string[] sites) => AddAccountOfAsync(plugins, login, role, sites);

    /// <summary>An account for sites of another folder of plugins, which this host is yet to meet.</summary>
    public async Task<Account> AddAccountOfAsync(string? otherPlugins, string login, string role, params string[] sites)
    {
        var account = new Account(login, $"Mesure-2-{Guid.NewGuid():N}");
        string[] of = [.. sites.SelectMany(site => new[] { "--site", site })];
        await RunAsync(
            Command(["user", "add", login, "--role", role, "--email", $"{login}@exemple.invalid", .. of, "--password-stdin"], otherPlugins),
            account.Password + "\n");
        return account;
    }

    public void Dispose() => Directory.Delete(DataFolder, recursive: true);

    private ProcessStartInfo Command(string[] arguments, string? from)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [Executable, .. arguments, "--data-folder", DataFolder, .. from is null ? [] : new[] { "--plugins-folder", from }]);
        // The caller's own settings are not what is measured.
        string[] ours = ["Modular__", "ASPNETCORE_", "OTEL_"];
        foreach (var name in start.Environment.Keys.Where(name => ours.Any(own => name.StartsWith(own, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment.Remove(Connection);
        if (PostgreSql is { } connection)
        {
            start.Environment[Connection] = connection;
        }

        foreach (var (name, value) in Settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}

internal sealed record Account(string Login, string Password);
