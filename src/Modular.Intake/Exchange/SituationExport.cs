using Modular.Access;
using Modular.Contracts.Forms;
using Modular.Forms;
using Modular.Intake.Situations;
using Modular.Sites;

namespace Modular.Intake.Exchange;

/// <summary>Coded answers alone: no name, no free text, no birth date. One situation after the other is written, all as they were at one instant.</summary>
public sealed class SituationExport
{
    private const int Portion = 500;

    private readonly SituationService _service;

    internal SituationExport(SituationService service) => _service = service;

    /// <summary>Whether a file's name says how it is written.</summary>
    public static bool Writes(string file) => IsXlsx(file) || file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    public async Task<int> RunAsync(LoadedSite site, string file, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        // Half a table looks like a whole one: it has another name until it is whole, whatever stops it. A file that is there is not written over.
        var unfinished = file + ".unfinished";
        File.Delete(unfinished);
        try
        {
            int count;
            await using (var stream = Create(unfinished))
            {
                await using IExportedTable table = IsXlsx(file) ? await ExportedXlsx.OpenAsync(stream, cancellation) : new ExportedCsv(stream);
                count = await WriteAsync(site, table, progress, cancellation);
            }

            File.Move(unfinished, file);
            return count;
        }
        catch (Exception)
        {
            File.Delete(unfinished);
            throw;
        }
    }

    private async Task<int> WriteAsync(LoadedSite site, IExportedTable table, IProgress<int>? progress, CancellationToken cancellation)
    {
        var (fiche, closing) = (site.Plan("situation"), site.Plan("closing"));
        List<string> fields =
        [
            .. fiche.Form.Fields.Where(field => field is { Fact: true, Nominative: false, Role: not (FieldRole.ReferralDate or FieldRole.Station) })
                .Select(field => field.Id),
        ];
        await table.WriteAsync(
        [
            "number", fiche.Id(FieldRole.ReferralDate), fiche.Id(FieldRole.Station), "first_contact_on", FactNames.Contacts, closing.Id(FieldRole.ClosingDate),
            .. fields,
        ]);
        var written = 0;
        var count = await _service.ExportAsync(SituationScope.OfCommand(site.Id), site, async (situation, answers) =>
        {
            var typed = TypedAnswers.Of(answers);
            await table.WriteAsync(
            [
                situation.Number, situation.ReferredOn, situation.Station, situation.FirstContactOn, situation.Contacts, situation.ClosedOn,
                .. fields.Select(field => answers.Number(field) is { Scale: 0 } number
                    ? number
                    : (object)string.Join('|', typed[field].Select(value => value.TrimStart('~')))),
            ]);
            if (++written % Portion == 0)
            {
                progress?.Report(written);
            }
        }, cancellation);
        await table.EndAsync();
        return count;
    }

    private static bool IsXlsx(string file) => file.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

    /// <summary>A file of its owner's alone, and one that was not there.</summary>
    private static FileStream Create(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(file, options);
    }
}

/// <summary>A table being written, row by row. A cell is a text, a day, a number, or nothing.</summary>
internal interface IExportedTable : IAsyncDisposable
{
    ValueTask WriteAsync(IReadOnlyList<object?> cells);

    /// <summary>Without it the table is not whole.</summary>
    ValueTask EndAsync();
}
