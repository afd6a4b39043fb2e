using System.Diagnostics;

namespace Modular.Product.Tests.Typing;

/// <summary>The shell that a person types in: sh, or cmd on Windows.</summary>
internal static class Shell
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    /// <summary>What this test run set for itself, and a person has not.</summary>
    private static readonly string[] OfTheTestRun = ["MSBUILD", "VSTEST", "MODULAR_", "ASPNETCORE_", "TESTINGPLATFORM"];

    public static ProcessStartInfo Start(string line, string folder)
    {
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd.exe") { Arguments = $"/d /s /c \"{line}\"" } : new ProcessStartInfo(
            "sh", ["-c", line]);
        start.WorkingDirectory = folder;
        foreach (var name in start.Environment.Keys.Where(name => name is "CI" || OfTheTestRun.Any(one => name.StartsWith(one, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            start.Environment.Remove(name);
        }

        // Processes that outlive a build keep its pipes open, and who reads them waits.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        // Whether it measures is to be seen here, not what.
        start.Environment["MODULAR_SMOKE_PART"] = "20";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return start;
    }

    public static async Task<Answer> RunAsync(string line, string folder)
    {
        var start = Start(line, folder);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var over = new CancellationTokenSource(Patience);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var printed = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(over.Token), process.StandardError.ReadToEndAsync(over.Token));
            await process.WaitForExitAsync(over.Token);
            return new Answer(line, process.ExitCode, printed[0], printed[1]);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{line} was not done after {Patience}.");
        }
    }
}

/// <summary>What a typed line ended with and printed.</summary>
internal sealed record Answer(string Line, int ExitCode, string Out, string Error)
{
    /// <summary>Fails, with what was printed, unless the line did what it says.</summary>
    public Answer Done()
    {
        Assert.AreEqual(0, ExitCode, $"{Line}\n{Out}\n{Error}");
        return this;
    }
}
