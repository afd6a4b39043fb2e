using System.Text.Json;
using Modular.Intake.Situations;
using Modular.Statistics.Facts;

namespace Modular.Intake.Facts;

/// <summary>Takes across the wall what was written in the same transaction as the situation: whatever kills the process, it arrives.</summary>
internal sealed class PendingFacts(IIntakeStore store, IFactSink sink) : IPendingFacts
{
    private const int AtOnce = 500;

    public static string Write(IReadOnlyList<Fact> facts) => JsonSerializer.Serialize(facts);

    public async Task BringAsync(CancellationToken cancellation = default)
    {
        await using var outbox = await store.OpenOutboxAsync(cancellation);
        while (await outbox.ReadAsync(AtOnce, cancellation) is { Count: > 0 } rows)
        {
            foreach (var site in rows.GroupBy(row => row.Site))
            {
                // The last word on an owner is the one that counts.
                var facts = site.GroupBy(row => row.Owner).Select(owner => owner.Last()).AsParallel().WithCancellation(cancellation)
                    .Select(row => (row.Owner, Facts: Read(row.Facts))).ToDictionary(read => read.Owner, read => read.Facts);
                await sink.ReplaceAsync(site.Key, facts, cancellation);
            }

            await outbox.DoneAsync(rows, cancellation);
        }
    }

    private static IReadOnlyList<Fact> Read(string json) => JsonSerializer.Deserialize<List<Fact>>(json)!;
}
