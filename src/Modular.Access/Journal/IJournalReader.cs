namespace Modular.Access.Journal;

/// <summary>Reads the journal, for the DPO's page and for <c>journal verify</c>.</summary>
public interface IJournalReader
{
    /// <summary>Why there is no journal in the data folder, in English; null when there is data. Nothing is made to find out.</summary>
    string? WhyNone { get; }

    Task<JournalPage> PageAsync(JournalFilter filter, CancellationToken cancellation = default);

    /// <summary>Reads every row, and the head that is kept apart, and finds any altered, missing or added one.</summary>
    Task<JournalVerdict> VerifyAsync(CancellationToken cancellation = default);
}

/// <param name="From">First instant, included; null for no bound.</param>
/// <param name="To">Last instant, excluded; null for no bound.</param>
/// <param name="Before">Rows of a smaller number only: the page after.</param>
public sealed record JournalFilter(
    DateTimeOffset? From = null, DateTimeOffset? To = null, string? Site = null, string? Login = null, long? Before = null, int Size = 50);

/// <param name="Older">The <see cref="JournalFilter.Before"/> of the page after, or null when this is the last.</param>
public sealed record JournalPage(IReadOnlyList<JournalLine> Rows, long? Older, long Total);

public sealed record JournalHead(long Number, string Hash);

/// <param name="Broken">Number of the first broken row, or null when the chain is whole.</param>
/// <param name="Sentence">What is wrong, in English (it is a command's answer); null when nothing is.</param>
public sealed record JournalVerdict(long Rows, long? Broken, string? Sentence)
{
    public bool IsWhole => Sentence is null;
}
