using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Modular.Access;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Wording;
using Modular.Forms;
using Modular.Forms.Kinds;
using Modular.Intake.Facts;
using Modular.Intake.Forms;
using Modular.Intake.Situations;
using Modular.Sites;

namespace Modular.Intake.Exchange;

/// <summary>
/// A column is named by a field of the form <c>situation</c> or by its question, a code by itself or by its label; <c>|</c> is between several codes.
/// All rows come in, or none. The same file twice comes in once.
/// </summary>
public sealed class SituationImport
{
    private readonly SituationService _service;
    private readonly PendingFacts _facts;
    private readonly TimeProvider _time;

    internal SituationImport(SituationService service, PendingFacts facts, TimeProvider time) => (_service, _facts, _time) = (service, facts, time);

    public async Task<ImportOutcome> RunAsync(LoadedSite site, string file, bool dryRun, CancellationToken cancellation = default)
    {
        Fault At(int line, int column, string sentence) => new(Path.GetFileName(file), line, column, sentence);
        Spreadsheet sheet;
        try
        {
            sheet = Spreadsheet.Read(file);
        }
        catch (InvalidDataException unreadable)
        {
            return new ImportOutcome(0, 0, [At(1, 1, unreadable.Message)]);
        }

        var plan = site.Plan("situation");
        var faults = new List<Fault>();
        var columns = Columns(plan, sheet, At, faults);
        var histories = new List<SituationHistory>();
        var print = SHA256.HashData(await File.ReadAllBytesAsync(file, cancellation));
        if (faults.Count == 0)
        {
            foreach (var row in sheet.Rows.Where(row => !row.IsEmpty))
            {
                if (row.Cells.Skip(sheet.Header.Count).Any(cell => cell.Length > 0))
                {
                    faults.Add(At(row.Line, sheet.Header.Count + 1, "this row has more cells than the first line names columns"));
                }

                var typed = Typed(plan, columns, row);
                var reading = site.Read(plan.Form.Id, typed, site.Today(_time));
                reading = reading.With([.. RulesOrDefaults.Check(site, reading, site.Today(_time)), .. DateRules.OfDates(reading, site.Today(_time))]);
                faults.AddRange(reading.Errors.Select(error => At(row.Line, ColumnOf(columns, error.Key), Sentence(columns, typed, error))));
                if (reading.IsValid)
                {
                    histories.Add(new SituationHistory(IdOf(site.Id, print, row.Line), reading, []));
                }
            }
        }

        if (faults.Count > 0 || dryRun)
        {
            return new ImportOutcome(faults.Count > 0 ? 0 : histories.Count, 0, faults);
        }

        var added = await _service.AddHistoriesAsync(SituationScope.OfCommand(site.Id), site, histories, cancellation);
        await _facts.BringAsync(cancellation);
        return new ImportOutcome(added, histories.Count - added, []);
    }

    private static Dictionary<int, Column> Columns(FormPlan plan, Spreadsheet sheet, Func<int, int, string, Fault> at, List<Fault> faults)
    {
        var known = plan.Columns.ToList();
        var columns = new Dictionary<int, Column>();
        for (var index = 0; index < sheet.Header.Count; index++)
        {
            var name = sheet.Header[index].Trim('\uFEFF', ' ');
            if (name.Length == 0)
            {
                continue;
            }

            if ((known.Find(column => column.Path == name) ?? known.Find(column => FrenchLetters.Same(column.Plan.Field.Label, name))) is { } found)
            {
                columns[index] = found;
            }
            else
            {
                var fields = string.Join(", ", known.Select(column => column.Path));
                faults.Add(at(1, index + 1, $"'{name}' is no field of the form; the fields are: {fields}"));
            }
        }

        if (columns.Values.GroupBy(column => column.Path).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            faults.Add(at(1, 1, $"the field '{twice.Key}' has two columns"));
        }

        return columns;
    }

    private static TypedAnswers Typed(FormPlan plan, Dictionary<int, Column> columns, SpreadsheetRow row)
    {
        var typed = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (index, column) in columns)
        {
            if (index < row.Cells.Count && row.Cells[index].Trim() is { Length: > 0 } cell)
            {
                typed[column.Path] = [.. column.Plan.Kind.Values(cell).Select(value => Code(column.Plan, value))];
                if (typed[column.Path] is [['~', .. var special]])
                {
                    typed[column.Path + "~"] = [special];
                }
            }
        }

        // A site with one station has nothing to ask.
        if (plan[FieldRole.Station] is { Options: [var only] } station)
        {
            typed.TryAdd(station.Field.Id, [only.Value]);
        }

        return new TypedAnswers(typed);
    }

    /// <summary>The value itself is not told: in the wrong column it may be anything.</summary>
    private static string Sentence(Dictionary<int, Column> columns, TypedAnswers typed, KeyValuePair<string, string> refused) =>
        columns.Values.FirstOrDefault(column => column.Path == refused.Key) is { } column
        && column.Plan.Options.Where(option => !option.Retired).Select(option => option.Value).ToList() is { Count: > 0 } choices
        && typed[column.Path].Any(value => !choices.Contains(value))
            ? $"this is no choice of '{column.Path}'; the choices are: {string.Join(", ", choices)}"
            : $"the form refuses this answer: « {refused.Value} »";

    private static string Code(FieldPlan planned, string value)
    {
        foreach (var special in planned.Field.AlsoAnswers)
        {
            if (value == special.Spelled() || FrenchLetters.Same(special.Label(), value))
            {
                return "~" + special.Spelled();
            }
        }

        return planned.Options.FirstOrDefault(option => option.Value == value || FrenchLetters.Same(option.Label, value))?.Value ?? value;
    }

    private static int ColumnOf(Dictionary<int, Column> columns, string path) =>
        columns.FirstOrDefault(pair => pair.Value.Path == path) is { Value: not null } found ? found.Key + 1 : 1;

    /// <summary>The same line of the same file is the same situation, however often it is imported.</summary>
    private static Guid IdOf(string site, byte[] print, int line) =>
        new(SHA256.HashData([.. print, .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{site}\n{line}"))]).AsSpan(0, 16));
}

/// <param name="Added">Situations that came in, or would.</param>
/// <param name="Faults">Why nothing came in: at the line and the column of the table.</param>
public sealed record ImportOutcome(int Added, int Known, IReadOnlyList<Fault> Faults);
