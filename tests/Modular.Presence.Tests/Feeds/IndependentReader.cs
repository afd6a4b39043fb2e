using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Modular.Presence.Tests.Feeds;

/// <summary>A calendar as Debian's python3-icalendar reads it. Where that parser is missing a developer is told; on the build machine the test fails.</summary>
internal sealed record IndependentReader(string Name, IReadOnlyList<ReadEvent> Events)
{
    public static async Task<IndependentReader> ReadAsync(string calendar)
    {
        using var process = Start();
        await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(calendar));
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0 && (await errors).Contains("ModuleNotFoundError", StringComparison.Ordinal))
        {
            Missing();
        }

        Assert.AreEqual(0, process.ExitCode, await errors);
        return JsonSerializer.Deserialize<IndependentReader>(output, JsonSerializerOptions.Web)!;
    }

    private static Process Start()
    {
        try
        {
            return Process.Start(new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Feeds", "read_calendar.py")])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Missing();
            throw;
        }
    }

    private static void Missing()
    {
        const string Sentence = "The independent parser is missing: apt-get install python3-icalendar.";
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
        {
            Assert.Fail(Sentence);
        }

        Assert.Inconclusive(Sentence);
    }
}

/// <param name="Start">In UTC as <c>2026-11-23T08:00Z</c>, or a day.</param>
internal sealed record ReadEvent(string Uid, DateTimeOffset Stamp, string Start, string End, int Sequence, string Status, string Summary, string Location, string Description);
