using System.Globalization;
using System.Text;
using Modular.Access;
using Modular.Intake.Forms;
using Modular.Intake.Situations;
using Modular.Sites;

namespace Modular.Intake.Exchange;

/// <summary>
/// Writes a site's situations as CSV, one a line, with their coded answers alone: no name, no free text, no birth date. A person's own data is another matter,
/// and another command.
/// </summary>
public sealed class SituationExport
{
    private readonly IIntakeStore _store;
    private readonly SituationSealer _sealer;
    private readonly IAccessJournal _journal;

    internal SituationExport(IIntakeStore store, SituationSealer sealer, IAccessJournal journal)
    {
        _store = store;
        _sealer = sealer;
        _journal = journal;
    }

    /// <returns>The number of situations written.</returns>
    public async Task<int> RunAsync(LoadedSite site, string file, CancellationToken cancellation = default)
    {
        const int page = 500;
        var scope = NominativeScope.OfCommand(site.Id);
        var fields = site.Forms["situation"].Fields.Where(field => field is { Fact: true, Nominative: false, Id: not ("referred_on" or "station") }).ToList();
        await using var text = new StreamWriter(Create(file), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        await text.WriteLineAsync(Line(["number", "referred_on", "station", "first_contact_on", "contacts", "closed_on", .. fields.Select(field => field.Id)]));
        var written = 0;
        while (await _store.ListAsync(scope, new SituationFilter(SituationState.All, site.Id, Skip: written, Take: page), cancellation) is { Rows.Count: > 0 } list)
        {
            foreach (var row in list.Rows)
            {
                var typed = Submission.Of(_sealer.Answers(row));
                await text.WriteLineAsync(Line(
                [
                    row.Number(), Day(row.ReferredOn), row.Station, Day(row.FirstContactOn), row.Contacts.ToString(CultureInfo.InvariantCulture), Day(row.ClosedOn),
                    .. fields.Select(field => string.Join('|', typed[field.Id].Select(value => value.TrimStart('~')))),
                ]));
            }

            written += list.Rows.Count;
        }

        await _journal.RecordAsync(new JournalEntry(scope.Account, scope.Login, JournalAct.Export, site.Id, null, $"{written}"), cancellation);
        return written;
    }

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

    /// <summary>Codes, days and numbers alone stand here: none begins with a sign that a spreadsheet would run.</summary>
    private static string Line(IEnumerable<string> cells) => string.Join(';', cells);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
