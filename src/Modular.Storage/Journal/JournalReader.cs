using System.Data.Common;
using System.Globalization;
using Modular.Access.Journal;
using static System.FormattableString;

namespace Modular.Storage.Journal;

internal sealed class JournalReader(IDatabase database, JournalHeadFile headFile) : IJournalReader
{
    public string? WhyNone => database.HasData ? null : $"there is no data in {database.Place}.";

    public async Task<JournalPage> PageAsync(JournalFilter filter, CancellationToken cancellation)
    {
        await using var connection = await database.OpenJournalAsync(cancellation);
        await using var page = Found(connection, filter, JournalStatements.Columns);
        page.CommandText += " ORDER BY number DESC LIMIT @size";
        page.Add("@size", filter.Size + 1);
        List<JournalLine> rows = [];
        await using (var reader = await page.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
            {
                rows.Add(JournalStatements.Read(reader));
            }
        }

        await using var count = Found(connection, filter with { Before = null }, "COUNT(*)");
        var total = Convert.ToInt64(await count.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
        return rows.Count > filter.Size
            ? new JournalPage(rows[..filter.Size], rows[filter.Size - 1].Number, total)
            : new JournalPage(rows, null, total);
    }

    public async Task<JournalVerdict> VerifyAsync(CancellationToken cancellation)
    {
        // Read first: rows written meanwhile come after it.
        var head = headFile.Exists ? await headFile.ReadAsync() : null;
        var last = new JournalHead(0, JournalChain.Origin);
        try
        {
            return await VerifyAsync(head, row => last = new JournalHead(row.Number, row.Hash), cancellation);
        }
        catch (DbException damaged)
        {
            var next = last.Number + 1;
            return new JournalVerdict(last.Number, next, Invariant($"row {next} cannot be read: the file is damaged ({database.NameOf(damaged)})."));
        }
    }

    private async Task<JournalVerdict> VerifyAsync(JournalHead? head, Action<JournalLine> read, CancellationToken cancellation)
    {
        await using var connection = await database.OpenJournalAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {JournalStatements.Columns} FROM journal_row ORDER BY number";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var last = new JournalHead(0, JournalChain.Origin);
        while (await reader.ReadAsync(cancellation))
        {
            if (Fault(reader, last, head) is var (row, fault) && fault is not null)
            {
                return new JournalVerdict(last.Number, last.Number + 1, fault);
            }

            last = new JournalHead(row!.Number, row.Hash);
            read(row);
        }

        return Missing(last, head) is { } missing ? new JournalVerdict(last.Number, last.Number + 1, missing) : new JournalVerdict(last.Number, null, null);
    }

    private static (JournalLine? Row, string? Fault) Fault(DbDataReader reader, JournalHead last, JournalHead? head)
    {
        JournalLine row;
        try
        {
            row = JournalStatements.Read(reader);
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidCastException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            return (null, Invariant($"row {last.Number + 1} cannot be read: it was altered."));
        }

        if (row.Number != last.Number + 1)
        {
            return (row, Invariant($"row {last.Number + 1} is missing."));
        }

        if (JournalChain.Hash(last.Hash, row) != row.Hash)
        {
            return (row, Invariant($"row {row.Number} was altered: its hash does not follow from its fields and the row before."));
        }

        return head is not null && head.Number == row.Number && head.Hash != row.Hash
            ? (row, Invariant($"row {row.Number} is not the one that was written: the head kept apart has another hash."))
            : (row, null);
    }

    private static string? Missing(JournalHead last, JournalHead? head) => head switch
    {
        null when last.Number > 0 => "the head kept apart (journal.head) is missing or unreadable: rows may have been cut off at the end.",
        { Number: var written } when written == last.Number + 1 => Invariant($"row {written} is missing: the journal was cut off at the end."),
        { Number: var written } when written > last.Number =>
            Invariant($"rows {last.Number + 1} to {written} are missing: the journal was cut off at the end."),
        _ => null,
    };

    /// <summary>What is not asked for is not said: PostgreSQL cannot tell what kind of value a parameter is that has none.</summary>
    private static DbCommand Found(DbConnection connection, JournalFilter filter, string what)
    {
        var command = connection.CreateCommand();
        (string Condition, string Name, object? Value)[] conditions =
        [
            ("at >= @from", "@from", filter.From?.UtcTicks),
            ("at < @to", "@to", filter.To?.UtcTicks),
            ("site = @site", "@site", filter.Site),
            ("login = @login", "@login", filter.Login),
            ("number < @before", "@before", filter.Before),
        ];
        var asked = conditions.Where(condition => condition.Value is not null).ToList();
        asked.ForEach(condition => command.Add(condition.Name, condition.Value));
        command.CommandText = $"SELECT {what} FROM journal_row"
            + (asked.Count == 0 ? "" : $" WHERE {string.Join(" AND ", asked.Select(condition => condition.Condition))}");
        return command;
    }
}
