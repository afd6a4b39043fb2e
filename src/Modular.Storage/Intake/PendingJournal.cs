using Microsoft.EntityFrameworkCore;
using Modular.Access.Journal;

namespace Modular.Storage.Intake;

internal sealed class PendingJournal(IDbContextFactory<IntakeContext> contexts) : IPendingJournal
{
    private readonly Func<IntakeContext, long, IAsyncEnumerable<PendingJournalRow>> _after = EF.CompileAsyncQuery(
        (IntakeContext context, long after) => context.Journal.AsNoTracking().Where(row => row.Id > after).OrderBy(row => row.Id).AsQueryable());

    public async Task<IReadOnlyList<PendingLine>> ReadAsync(long after, CancellationToken cancellation = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        List<PendingLine> lines = [];
        await foreach (var row in _after(context, after).WithCancellation(cancellation))
        {
            lines.Add(new PendingLine(row.Id, new JournalLine(0, row.At, row.Account, row.Login, row.Act, row.Site, row.Subject, row.Detail, "")));
        }

        return lines;
    }

    public Task DoneAsync(long upTo, CancellationToken cancellation = default) =>
        contexts.WriteAsync(context => context.RemoveAsync(context.Journal.Where(row => row.Id <= upTo), cancellation), cancellation);
}

/// <summary>A line of the journal on its way there, beside the change that it tells of.</summary>
internal sealed class PendingJournalRow
{
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid Account { get; init; }

    public required string Login { get; init; }

    public required string Act { get; init; }

    public string? Site { get; init; }

    public string? Subject { get; init; }

    public string? Detail { get; init; }

    public static PendingJournalRow Of(JournalLine line) => new()
    {
        At = line.At,
        Account = line.Account,
        Login = line.Login,
        Act = line.Act,
        Site = line.Site,
        Subject = line.Subject,
        Detail = line.Detail,
    };
}
