using System.Globalization;
using System.Text;
using Modular.Access;
using Modular.Contracts.Forms;
using Modular.Forms;
using Modular.Intake.Situations;
using Modular.Sites;

namespace Modular.Intake.Exchange;

/// <summary>Coded answers alone: no name, no free text, no birth date.</summary>
public sealed class SituationExport
{
    private readonly SituationService _service;

    internal SituationExport(SituationService service) => _service = service;

    public async Task<int> RunAsync(LoadedSite site, string file, CancellationToken cancellation = default)
    {
        var (fiche, closing) = (site.Plan("situation"), site.Plan("closing"));
        List<FormField> fields =
            [.. fiche.Form.Fields.Where(field => field is { Fact: true, Nominative: false, Role: not (FieldRole.ReferralDate or FieldRole.Station) })];
        await using var text = new StreamWriter(Create(file), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        await text.WriteLineAsync(Line(
        [
            "number", fiche.Id(FieldRole.ReferralDate), fiche.Id(FieldRole.Station), "first_contact_on", FactNames.Contacts, closing.Id(FieldRole.ClosingDate),
            .. fields.Select(field => field.Id),
        ]));
        return await _service.ExportAsync(SituationScope.OfCommand(site.Id), site, (situation, answers) =>
        {
            var typed = TypedAnswers.Of(answers);
            return text.WriteLineAsync(Line(
            [
                situation.Number, Day(situation.ReferredOn), situation.Station, Day(situation.FirstContactOn),
                situation.Contacts.ToString(CultureInfo.InvariantCulture), Day(situation.ClosedOn),
                .. fields.Select(field => string.Join('|', typed[field.Id].Select(value => value.TrimStart('~')))),
            ]));
        }, cancellation);
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

    /// <summary>Only codes, days and numbers are here: none begins with a sign that a spreadsheet would run.</summary>
    private static string Line(IEnumerable<string> cells) => string.Join(';', cells);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
