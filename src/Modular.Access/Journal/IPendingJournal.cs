namespace Modular.Access.Journal;

/// <summary>What is to be in the journal of changes that are made: written with them, so that whatever kills the process, it arrives.</summary>
public interface IPendingJournal
{
    /// <summary>In the order in which the changes were made; each has a number that no other ever had, greater than those before.</summary>
    Task<IReadOnlyList<PendingLine>> ReadAsync(long after, CancellationToken cancellation = default);

    /// <summary>Those up to a number are in the journal: they need not be kept here.</summary>
    Task DoneAsync(long upTo, CancellationToken cancellation = default);
}

/// <param name="Line">Without its number in the journal, and its hash.</param>
public sealed record PendingLine(long Number, JournalLine Line);
