using System.ComponentModel;
using System.Diagnostics;

namespace Modular.Tests;

/// <summary>Finds PostgreSQL on this machine; else, as root on Debian and its kin, takes the distribution's; else says what to install.</summary>
internal static class PostgreSqlPrograms
{
    private const string Missing =
        "The tests on PostgreSQL need its programs: install them (on Debian: apt-get install postgresql), or set MODULAR_POSTGRESQL to the folder of initdb.";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(6);

    public static bool IsRoot => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;

    public static async Task<string> FindAsync() =>
        Find() ?? await FromDistributionAsync() ?? throw new PostgreSqlMissingException(Missing);

    /// <summary>The server refuses to be root's.</summary>
    public static Task RunAsOwnerAsync(string program, params string[] arguments) => IsRoot
        ? RunAsync("runuser", ["-u", "postgres", "--", program, .. arguments])
        : RunAsync(program, arguments);

    public static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, WorkingDirectory = Path.GetTempPath() };
        // A server that it starts holds its streams open: then they are not read.
        start.RedirectStandardOutput = !arguments.Contains("start");
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var over = new CancellationTokenSource(Limit);
        if (start.RedirectStandardOutput)
        {
            await process.StandardOutput.ReadToEndAsync(over.Token);
        }

        await process.WaitForExitAsync(over.Token);
        if (process.ExitCode != 0)
        {
            throw new PostgreSqlMissingException($"{Path.GetFileName(program)} {string.Join(' ', arguments.Take(2))} ended with {process.ExitCode}.");
        }
    }

    private static Task RunAptAsync(string[] arguments)
    {
        var (program, inTurn) = DebianPackages.InTurn(arguments);
        return RunAsync(program, inTurn);
    }

    private static string? Find() => Places().FirstOrDefault(folder => IsThere(Path.Combine(folder, OperatingSystem.IsWindows() ? "initdb.exe" : "initdb")));

    /// <summary>A link whose end was taken away exists still.</summary>
    private static bool IsThere(string program) => File.Exists(program) && (File.ResolveLinkTarget(program, returnFinalTarget: true)?.Exists ?? true);

    private static IEnumerable<string> Places()
    {
        if (Environment.GetEnvironmentVariable("MODULAR_POSTGRESQL") is { Length: > 0 } named)
        {
            yield return named;
        }

        foreach (var home in (string[])["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt", @"C:\Program Files\PostgreSQL"])
        {
            foreach (var version in Directory.Exists(home) ? Directory.GetDirectories(home).OrderDescending() : Enumerable.Empty<string>())
            {
                yield return Path.Combine(version, "bin");
            }
        }

        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            yield return folder;
        }
    }

    private static async Task<string?> FromDistributionAsync()
    {
        if (!IsRoot || !File.Exists("/etc/debian_version") || !File.Exists("/usr/bin/apt-get"))
        {
            return null;
        }

        Console.Error.WriteLine("No PostgreSQL on this machine: installing Debian's (apt-get; a minute or two).");
        try
        {
            await RunAptAsync(DebianPackages.Update());
            // Other tests may have brought it while these waited for their turn.
            if (Find() is null)
            {
                await RunAptAsync(DebianPackages.Install("postgresql"));
            }
        }
        catch (Exception failure) when (failure is PostgreSqlMissingException or Win32Exception or OperationCanceledException)
        {
            Console.Error.WriteLine($"apt-get brought none: {failure.Message}");
        }

        return Find();
    }
}

/// <summary>What to install, in a sentence.</summary>
public sealed class PostgreSqlMissingException(string sentence) : Exception(sentence);
