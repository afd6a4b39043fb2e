using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Modular.Host.Logging;
using Modular.Tests;

namespace Modular.Host.Tests.Logging;

[TestClass]
public sealed partial class LineLoggerTests
{
    private static readonly Clock Noon = new(new DateTimeOffset(2026, 11, 26, 12, 0, 0, 250, TimeSpan.Zero));

    [TestMethod]
    public void Nobody_waits_for_a_console_that_nobody_reads_and_what_is_lost_is_counted()
    {
        var console = new TestConsole().Stuck();
        using (var log = Log(console))
        {
            foreach (var number in Enumerable.Range(0, 10_000))
            {
                log.CreateLogger("x").LogInformation("Line {Number}", number);
            }

            console.Read();
        }

        var written = console.Lines.Count(line => line.Contains("Line", StringComparison.Ordinal));
        var lost = Lost().Matches(string.Join('\n', console.Lines)).Sum(told => int.Parse(told.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        Assert.IsGreaterThan(0, written);
        Assert.AreEqual(10_000, written + lost);
    }

    [TestMethod]
    public void Warnings_and_errors_are_lost_last()
    {
        var console = new TestConsole().Stuck();
        using (var log = Log(console))
        {
            var logger = log.CreateLogger("x");
            logger.LogInformation("First");
            console.WaitUntilAsked();
            foreach (var number in Enumerable.Range(0, 1_000))
            {
                logger.LogInformation("Line {Number}", number);
            }

            logger.LogWarning("Warned");
            logger.LogError("Failed");
            logger.LogInformation("Told");
            console.Read();
        }

        Assert.HasCount(1, console.Lines.Where(line => line.EndsWith(" warn x: Warned", StringComparison.Ordinal)));
        Assert.HasCount(1, console.Lines.Where(line => line.EndsWith(" error x: Failed", StringComparison.Ordinal)));
        Assert.DoesNotContain("Told", string.Join('\n', console.Lines));
    }

    [TestMethod]
    public void Everything_is_written_in_its_order_before_the_host_is_gone()
    {
        var console = new TestConsole();
        using (var log = Log(console, room: 10_000_000))
        {
            foreach (var number in Enumerable.Range(0, 20_000))
            {
                log.CreateLogger("x").LogInformation("{Number}", number);
            }
        }

        Assert.AreSequenceEqual(Enumerable.Range(0, 20_000).Select(number => $"2026-11-26T12:00:00.250Z info x: {number}").ToList(), console.Lines.ToList());
    }

    [TestMethod]
    public void Lines_of_many_threads_are_whole()
    {
        var console = new TestConsole();
        using (var log = Log(console, room: 10_000_000))
        {
            Parallel.For(0, 20_000, number => log.CreateLogger("x").LogInformation("{Number}", number));
        }

        Assert.AreSequenceEqual(
            Enumerable.Range(0, 20_000).ToList(), console.Lines.Select(line => int.Parse(line.Split(": ")[1], CultureInfo.InvariantCulture)).Order().ToList());
    }

    [TestMethod]
    public void The_stop_does_not_wait_for_ever_for_a_reader()
    {
        var log = Log(new TestConsole().Stuck());
        log.CreateLogger("x").LogInformation("Never read");
        log.Dispose();
    }

    [TestMethod]
    public void What_a_full_disk_refuses_is_counted_and_told_when_there_is_room_again()
    {
        var console = new TestConsole { Refuses = true };
        var queue = new LogQueue(10_000);
        using (var writer = new LogWriter(queue, console, Encoding.UTF8, Noon))
        {
            queue.Add(LogLevel.Information, "refused");
        }

        console.Refuses = false;
        using (var writer = new LogWriter(queue, console, Encoding.UTF8, Noon))
        {
            queue.Add(LogLevel.Information, "taken");
        }

        Assert.AreSequenceEqual(["taken", "2026-11-26T12:00:00.250Z warn Modular.Host.Logging.LogWriter: 1 line was not written."], console.Lines.ToList());
    }

    [TestMethod]
    [DataRow(1, "1 line was not written.")]
    [DataRow(2, "2 lines were not written.")]
    public void Lost_lines_are_told_in_the_singular_or_the_plural(int lost, string sentence) => Assert.AreEqual(sentence, LogWriter.Told(lost));

    [TestMethod]
    public void One_event_is_one_line_whatever_it_says()
    {
        var console = new TestConsole();
        using (var log = Log(console))
        {
            log.CreateLogger("x").LogError(new InvalidOperationException("first\r\nsecond"), "It \u001b[31mfailed\n  twice\u0085");
        }

        Assert.AreEqual("2026-11-26T12:00:00.250Z error x: It  [31mfailed | twice  | System.InvalidOperationException: first | second", console.Lines.Single());
    }

    private static LineLoggerProvider Log(TestConsole console, int room = 20_000) => new(Noon, console, Encoding.UTF8, room);

    [GeneratedRegex("([0-9]+) lines? w(as|ere) not written")]
    private static partial Regex Lost();
}
