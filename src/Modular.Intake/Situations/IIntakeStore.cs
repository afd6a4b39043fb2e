using Modular.Access;

namespace Modular.Intake.Situations;

/// <summary>The nominative tables. Every question about situations carries a scope, and the store answers within its sites alone.</summary>
internal interface IIntakeStore
{
    Task<SituationRow?> FindAsync(SituationScope scope, Guid id, CancellationToken cancellation = default);

    Task<bool> HasAsync(SituationScope scope, Guid id, CancellationToken cancellation = default);

    Task<bool> AnyAsync(string site, CancellationToken cancellation = default);

    /// <summary>The newest one of one of the sites, whichever they are: an example of what is stored. Found in an index, however many there are.</summary>
    Task<SituationRow?> NewestAsync(CancellationToken cancellation = default);

    /// <summary>Under what a situation is found by its names; empty when it has none.</summary>
    Task<IReadOnlyList<byte[]>> NameKeysAsync(Guid situation, CancellationToken cancellation = default);

    /// <summary>Its entries, by day, then by the order in which they were written; withdrawn ones included.</summary>
    Task<EntryRows> EntriesAsync(SituationScope scope, Guid situation, EntriesShown shown, CancellationToken cancellation = default);

    Task<SituationRows> ListAsync(SituationScope scope, SituationFilter filter, CancellationToken cancellation = default);

    /// <summary>Every situation of a site as it is at this instant, the newest first, with what was answered; whoever writes meanwhile.</summary>
    IAsyncEnumerable<SituationRow> AllAsync(SituationScope scope, string site, CancellationToken cancellation = default);

    /// <summary>The next open situations of a site of which other rules spoke, or spoke on another day when it is open since before a day.</summary>
    /// <param name="after">The last one of those that were read before; null to begin.</param>
    Task<IReadOnlyList<SituationRow>> EvaluatedOtherwiseAsync(Due due, SituationRow? after, int most, CancellationToken cancellation = default);

    /// <summary>Keeps what the rules say of situations that nobody changed meanwhile. Nothing else of them changes.</summary>
    Task PutRuleResultsAsync(string site, IReadOnlyList<SituationRow> evaluated, CancellationToken cancellation = default);

    /// <summary>In one transaction, each with its number. One whose identifier is there already was sent twice, and is left as it is.</summary>
    /// <param name="told">What the journal is to say when that many were new: it is written with them, and on its way once they are there.</param>
    Task<int> AddAsync(SituationScope scope, IReadOnlyList<Addition> additions, Func<int, JournalEntry> told, CancellationToken cancellation = default);

    /// <summary>Puts a situation, and an entry with it, in the place of the version the change began with.</summary>
    /// <returns>False when it has another version by now, or when the entry is another situation's; nothing is changed then.</returns>
    Task<bool> ChangeAsync(SituationScope scope, Change change, JournalEntry told, CancellationToken cancellation = default);

    Task PutLegendAsync(LegendRow legend, CancellationToken cancellation = default);

    Task<string?> LegendAsync(string hash, CancellationToken cancellation = default);

    /// <summary>How many open situations of a site had a referral before a day and no contact. A number: no scope is needed.</summary>
    Task<int> CountNotContactedAsync(string site, DateOnly referredBefore, CancellationToken cancellation = default);

    /// <summary>The facts that did not cross the wall yet, oldest first. Held by one process at a time until disposed.</summary>
    Task<IOutbox> OpenOutboxAsync(CancellationToken cancellation = default);
}

internal interface IOutbox : IAsyncDisposable
{
    Task<IReadOnlyList<OutboxRow>> ReadAsync(int most, CancellationToken cancellation = default);

    Task DoneAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellation = default);
}

/// <param name="Facts">JSON of the facts, by the pseudonym under which they are pushed.</param>
/// <param name="Entries">What happened to it already, for a situation that comes with its history.</param>
internal sealed record Addition(SituationRow Situation, IReadOnlyList<byte[]> NameKeys, IReadOnlyList<EntryRow> Entries, string Owner, string Facts);

/// <param name="Situation">The situation as it becomes; its version is the one the change began with, the store raises it.</param>
/// <param name="NameKeys">The new keys, or null when names did not change.</param>
internal sealed record Change(SituationRow Situation, IReadOnlyList<byte[]>? NameKeys, EntryRow? Entry, string Owner, string Facts);

/// <param name="Rows">Without what was answered, which stays where it is.</param>
internal sealed record SituationRows(IReadOnlyList<SituationRow> Rows, int Total, bool HasBefore, bool HasAfter);

/// <summary>Whose result is to be asked anew.</summary>
/// <param name="Hash">The version of the site whose rules hold now.</param>
/// <param name="Today">The day for which they have to have spoken…</param>
/// <param name="OpenSince">…of what is open since before this one.</param>
internal sealed record Due(string Site, string Hash, DateOnly Today, DateOnly OpenSince);

/// <param name="Older">How many come before them.</param>
internal sealed record EntryRows(IReadOnlyList<EntryRow> Rows, int Older);
