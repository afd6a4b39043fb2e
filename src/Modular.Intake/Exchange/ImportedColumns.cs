using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Wording;
using Modular.Forms;
using Modular.Forms.Kinds;
using Modular.Intake.Forms;
using Modular.Intake.Situations;
using Modular.Sites;

namespace Modular.Intake.Exchange;

/// <summary>What the columns of a table ask, and what a row of it answers.</summary>
internal sealed class ImportedColumns(LoadedSite site, DateOnly today, string file)
{
    private readonly FormPlan _plan = site.Plan("situation");
    private readonly Dictionary<int, Column> _columns = [];
    private readonly Dictionary<string, List<(string Code, string Label)>> _specials = [];
    private int _width;

    /// <summary>Finds the field of each column.</summary>
    public IReadOnlyList<Fault> Name(IReadOnlyList<string> header)
    {
        var known = _plan.Columns.ToList();
        var faults = new List<Fault>();
        _width = header.Count;
        for (var index = 0; index < header.Count; index++)
        {
            var name = header[index];
            if (name.Length == 0)
            {
                continue;
            }

            if ((known.Find(column => column.Path == name) ?? known.Find(column => FrenchLetters.Same(column.Plan.Field.Label, name))) is { } found)
            {
                _columns[index] = found;
                _specials[found.Path] = [.. found.Plan.Field.AlsoAnswers.Select(special => (special.Spelled(), special.Label()))];
            }
            else
            {
                var fields = string.Join(", ", known.Select(column => column.Path));
                faults.Add(At(1, index + 1, $"'{name}' is no field of the form; the fields are: {fields}"));
            }
        }

        if (_columns.Values.GroupBy(column => column.Path).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            faults.Add(At(1, 1, $"the field '{twice.Key}' has two columns"));
        }

        return faults;
    }

    /// <summary>A row as the form reads it, and all that is wrong with it.</summary>
    public ReadRow Read(ImportedRow row)
    {
        var typed = Typed(row);
        var reading = site.Read(_plan.Form.Id, typed, today);
        reading = reading.With([.. RulesOrDefaults.Check(site, reading, today), .. DateRules.OfDates(reading, today)]);
        var faults = row.Faults.Select(fault => At(row.Line, fault.Column, fault.Sentence)).ToList();
        if (row.Cells.Count > _width)
        {
            faults.Add(At(row.Line, _width + 1, "this row has more cells than the first line names columns"));
        }

        // What a cell could not say is told already.
        faults.AddRange(
            from error in reading.Errors
            let column = ColumnOf(error.Key)
            where !row.Faults.Any(fault => fault.Column == column)
            select At(row.Line, column, Sentence(typed, error)));
        return new ReadRow(row.Line, reading, faults);
    }

    public Fault At(int line, int column, string sentence) => new(file, line, column, sentence);

    private TypedAnswers Typed(ImportedRow row)
    {
        var typed = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (index, column) in _columns)
        {
            if (index < row.Cells.Count && row.Cells[index] is { Length: > 0 } cell)
            {
                IReadOnlyList<string> codes = [.. column.Plan.Kind.Values(cell).Select(value => Code(column, value))];
                typed[column.Path] = codes;
                if (codes is [['~', .. var special]])
                {
                    typed[column.Path + "~"] = [special];
                }
            }
        }

        // A site with one station has nothing to ask.
        if (_plan[FieldRole.Station] is { Options: [var only] } station)
        {
            typed.TryAdd(station.Field.Id, [only.Value]);
        }

        return new TypedAnswers(typed);
    }

    /// <summary>The value itself is not told: in the wrong column it may be anything.</summary>
    private string Sentence(TypedAnswers typed, KeyValuePair<string, string> refused) =>
        _columns.Values.FirstOrDefault(column => column.Path == refused.Key) is { } column
        && column.Plan.Options.Where(option => !option.Retired).Select(option => option.Value).ToList() is { Count: > 0 } choices
        && typed[column.Path].Any(value => !choices.Contains(value))
            ? $"this is no choice of '{column.Path}'; the choices are: {string.Join(", ", choices)}"
            : $"the form refuses this answer: « {refused.Value} »";

    private string Code(Column column, string value)
    {
        if (column.Plan.Options.Any(option => option.Value == value))
        {
            return value;
        }

        foreach (var (code, label) in _specials[column.Path])
        {
            if (value == code || FrenchLetters.Same(label, value))
            {
                return "~" + code;
            }
        }

        return column.Plan.Options.FirstOrDefault(option => FrenchLetters.Same(option.Label, value))?.Value ?? value;
    }

    private int ColumnOf(string path) => _columns.FirstOrDefault(pair => pair.Value.Path == path) is { Value: not null } found ? found.Key + 1 : 1;
}

internal sealed record ReadRow(int Line, FormReading Reading, IReadOnlyList<Fault> Faults);
