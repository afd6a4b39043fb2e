using System.Diagnostics;
using System.Text;

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
        var lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToList();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0 && (await errors).Contains("ModuleNotFoundError", StringComparison.Ordinal))
        {
            Missing();
        }

        Assert.AreEqual(0, process.ExitCode, await errors);
        return new IndependentReader(
            lines.Single(line => line[0] == "name")[1],
            [.. lines.Where(line => line[0] == "event").Select(line => new ReadEvent(line[1], line[2], line[3], int.Parse(line[4]), line[5], line[6], line[7], line[8]))]);
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
                StandardOutputEncoding = Encoding.UTF8,
                Environment = { ["PYTHONIOENCODING"] = "utf-8" },
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
internal sealed record ReadEvent(string Uid, string Start, string End, int Sequence, string Status, string Summary, string Location, string Description);
