using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modular.Intake.Situations;
using Modular.Statistics;

namespace Modular.Intake.Facts;

/// <summary>
/// Pushes across the wall what was saved: the facts were written in the same transaction as the situation, so that whatever kills the process they arrive.
/// </summary>
internal sealed partial class FactPump(IIntakeStore store, IFactSink sink, ILogger<FactPump> log) : BackgroundService, IFactSource
{
    private const int Batch = 500;
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something was saved.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    public Task PushAsync(string site, DateOnly from, DateOnly to, CancellationToken cancellation = default) => DrainAsync(cancellation);

    public async Task DrainAsync(CancellationToken cancellation = default)
    {
        await using var outbox = await store.OpenOutboxAsync(cancellation);
        while (await outbox.ReadAsync(Batch, cancellation) is { Count: > 0 } rows)
        {
            foreach (var site in rows.GroupBy(row => row.Site))
            {
                // The last word on an owner is the one that counts.
                var facts = site.GroupBy(row => row.Owner).ToDictionary(owner => owner.Key, owner => Read(owner.Last().Facts));
                await sink.ReplaceAsync(site.Key, facts, cancellation);
            }

            await outbox.DoneAsync(rows, cancellation);
        }
    }

    public static string Write(IReadOnlyList<Fact> facts) => JsonSerializer.Serialize(facts);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Wake();
        await foreach (var _ in _wake.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await DrainAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Nothing is lost: the rows stay, and the next save, report or start pushes them.
                LogFailed(log, exception);
            }
        }
    }

    private static IReadOnlyList<Fact> Read(string json) => JsonSerializer.Deserialize<List<Fact>>(json)!;

    [LoggerMessage(LogLevel.Error, "Facts could not be pushed yet; they are kept and will be.")]
    private static partial void LogFailed(ILogger log, Exception exception);
}
