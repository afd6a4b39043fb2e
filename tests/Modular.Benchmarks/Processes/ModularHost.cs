using System.Diagnostics;

namespace Modular.Benchmarks.Processes;

/// <summary>The built host beside this program, on a data folder of its own.</summary>
internal sealed class ModularHost : IDisposable
{
    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, "modular.dll");

    public string DataFolder { get; } = Directory.CreateTempSubdirectory("modular-bench-").FullName;

    public Task<ServedProcess> ServeAsync() => ServedProcess.StartAsync(address => Command(["serve", "--urls", address.ToString()]));

    /// <summary>Runs a command to its end and returns what it printed.</summary>
    public async Task<string> RunAsync(string[] arguments, string? input = null)
    {
        var start = Command(arguments);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var complaints = process.StandardError.ReadToEndAsync();
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? printed
            : throw new InvalidOperationException($"modular {string.Join(' ', arguments)} ended with {process.ExitCode}: {await complaints}");
    }

    public async Task<Account> AddAccountAsync(string login, string role, string site)
    {
        var account = new Account(login, $"Mesure-2-{Guid.NewGuid():N}");
        await RunAsync(["user", "add", account.Login, "--role", role, "--site", site, "--password-stdin"], account.Password + "\n");
        return account;
    }

    public void Dispose() => Directory.Delete(DataFolder, recursive: true);

    private ProcessStartInfo Command(string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Executable, .. arguments, "--data-folder", DataFolder]);
        // The caller's own settings are not what is measured.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("Modular__", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        return start;
    }
}

internal sealed record Account(string Login, string Password);
