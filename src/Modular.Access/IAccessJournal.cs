namespace Modular.Access;

/// <summary>Append-only and hash-chained, in a file of its own apart from the data.</summary>
public interface IAccessJournal
{
    /// <summary>Returns once the entry is on disk: what was not journaled is not shown.</summary>
    Task RecordAsync(JournalEntry entry, CancellationToken cancellation = default);

    /// <summary>Returns once what was written beside a change (<see cref="Journal.IPendingJournal"/>) is in the journal too, on disk.</summary>
    Task BringAsync(CancellationToken cancellation = default);
}

/// <param name="Account">Who; empty where nobody signed in.</param>
/// <param name="Login">Their login, or one of <see cref="SystemLogin"/>.</param>
/// <param name="Subject">Identifier of the situation or account, never a name; null where there is none.</param>
/// <param name="Detail">Keys and numbers, never what was typed, never a sentence: pages word it when it is read.</param>
public sealed record JournalEntry(Guid Account, string Login, JournalAct Act, string? Site, string? Subject, string? Detail = null);
