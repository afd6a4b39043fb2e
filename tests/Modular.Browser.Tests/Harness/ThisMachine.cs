using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Playwright;
using Modular.Tests;

namespace Modular.Browser.Tests.Harness;

/// <summary>The machine that the tests run on.</summary>
internal sealed class ThisMachine(IPlaywright playwright) : IMachine
{
    public bool IsWindows => OperatingSystem.IsWindows();

    public bool IsRoot => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;

    public string PlaywrightBrowser => playwright.Chromium.ExecutablePath;

    public string? Variable(string name) => Environment.GetEnvironmentVariable(name);

    public bool Has(string file) => File.Exists(file);

    public Task<string?> RunPlaywrightInstallAsync(TimeSpan limit)
    {
        // What Microsoft.Playwright.Program runs; started here because that one cannot be stopped.
        var driver = Path.Combine(AppContext.BaseDirectory, ".playwright");
        var node = Directory.EnumerateFiles(Path.Combine(driver, "node"), IsWindows ? "node.exe" : "node", SearchOption.AllDirectories).First();
        return RunAsync(node, [Path.Combine(driver, "package", "cli.js"), "install", "chromium"], limit);
    }

    public Task<string?> RunAptAsync(string[] arguments, TimeSpan limit)
    {
        var (program, inTurn) = DebianPackages.InTurn(arguments);
        return RunAsync(program, inTurn, limit);
    }

    public async Task<string?> RunAsync(string program, string[] arguments, TimeSpan limit)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var over = new CancellationTokenSource(limit);
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            return failure.Message;
        }

        using var _ = process;
        process.StandardInput.Close();
        try
        {
            // Both streams are read while it runs, or it would wait for us.
            var printed = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(over.Token), process.StandardError.ReadToEndAsync(over.Token));
            await process.WaitForExitAsync(over.Token);
            return process.ExitCode == 0
                ? null
                : $"{Path.GetFileName(program)} ended with {process.ExitCode} ({Complaint(printed[1]) ?? Complaint(printed[0])})";
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return $"{Path.GetFileName(program)} was not done after {limit.TotalMinutes:0} minutes";
        }
    }

    /// <summary>The last line that speaks of an error; else the last.</summary>
    private static string? Complaint(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.LastOrDefault(line => line.StartsWith("E:", StringComparison.Ordinal) || line.Contains("error", StringComparison.OrdinalIgnoreCase)) ?? lines.LastOrDefault();
    }
}
