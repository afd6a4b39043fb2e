using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Modular.Access;
using Modular.Intake.Facts;
using Modular.Intake.Situations;
using Modular.Sites;

namespace Modular.Intake.Exchange;

/// <summary>
/// A column is named by a field of the form <c>situation</c> or by its question, a code by itself or by its label; <c>|</c> is between several codes.
/// The table is read twice: once to judge every row, and nothing comes in when one is refused; then to bring them in, a portion at a time, so that what is held
/// does not grow with it and others write in between. The same file twice comes in once: stopped in the middle, it goes on where it was.
/// </summary>
public sealed class SituationImport
{
    private const int Portion = 500;
    private const int MostFaults = 100;

    /// <summary>As another file, what came in would come in twice.</summary>
    private const string Changed = "the file changed while it was read, and came in up to here: put it back as it was, then import it again";

    private readonly SituationService _service;
    private readonly PendingFacts _facts;
    private readonly TimeProvider _time;

    internal SituationImport(SituationService service, PendingFacts facts, TimeProvider time) => (_service, _facts, _time) = (service, facts, time);

    public async Task<ImportOutcome> RunAsync(
        LoadedSite site, string file, bool dryRun, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (!stream.CanSeek)
        {
            throw new IOException("A table is read twice: name a file, not a pipe.");
        }

        var columns = new ImportedColumns(site, site.Today(_time), Path.GetFileName(file));
        try
        {
            var print = await SHA256.HashDataAsync(stream, cancellation);
            var (rows, faults, more) = Judge(columns, stream, progress, cancellation);
            if (faults.Count > 0 || dryRun)
            {
                return new ImportOutcome(faults.Count > 0 ? 0 : rows, 0, faults, more);
            }

            using var table = ImportedTable.Open(stream, file);
            var histories = Read(columns, table, cancellation).Select(row => row.Faults.Count == 0
                ? new SituationHistory(IdOf(site.Id, print, row.Line), row.Reading, [])
                : throw new UnreadableTableException(row.Line, 1, Changed));
            var written = 0;
            var added = await _service.AddHistoriesAsync(
                SituationScope.OfCommand(site.Id), site, histories, Portion,
                portion => progress?.Report(new ImportProgress(written += portion, rows)), cancellation);
            await _facts.BringAsync(cancellation);
            return new ImportOutcome(added, rows - added, [], 0);
        }
        catch (UnreadableTableException unreadable)
        {
            return new ImportOutcome(0, 0, [columns.At(unreadable.Line, unreadable.Column, unreadable.Message)], 0);
        }
    }

    private static (int Rows, IReadOnlyList<Fault> Faults, int More) Judge(
        ImportedColumns columns, FileStream stream, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        using var table = ImportedTable.Open(stream, stream.Name);
        if (columns.Name(table.Header) is { Count: > 0 } unknown)
        {
            return (0, [.. unknown.Take(MostFaults)], Math.Max(0, unknown.Count - MostFaults));
        }

        var (rows, faults, more) = (0, new List<Fault>(), 0);
        foreach (var row in Read(columns, table, cancellation))
        {
            var kept = row.Faults.Take(MostFaults - faults.Count).ToList();
            faults.AddRange(kept);
            more += row.Faults.Count - kept.Count;
            if (++rows % Portion == 0)
            {
                progress?.Report(new ImportProgress(rows, null));
            }
        }

        return (rows, faults, more);
    }

    /// <summary>A portion is read from the file, and all its rows at once by the form.</summary>
    private static IEnumerable<ReadRow> Read(ImportedColumns columns, ImportedTable table, CancellationToken cancellation)
    {
        foreach (var rows in table.Rows.Chunk(Portion))
        {
            var read = new ReadRow[rows.Length];
            Parallel.For(0, rows.Length, new ParallelOptions { CancellationToken = cancellation }, index => read[index] = columns.Read(rows[index]));
            foreach (var row in read)
            {
                yield return row;
            }
        }
    }

    /// <summary>The same line of the same file is the same situation, however often it is imported.</summary>
    private static Guid IdOf(string site, byte[] print, int line) =>
        new(SHA256.HashData([.. print, .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{site}\n{line}"))]).AsSpan(0, 16));
}

/// <param name="Added">Situations that came in, or would.</param>
/// <param name="Faults">Why nothing came in: at the line and the column of the table.</param>
/// <param name="MoreFaults">How many more there are than these.</param>
public sealed record ImportOutcome(int Added, int Known, IReadOnlyList<Fault> Faults, int MoreFaults);

/// <param name="Rows">How many were read; or written, once it is known how many there are.</param>
/// <param name="Of">How many there are; null while they are judged.</param>
public sealed record ImportProgress(int Rows, int? Of);
