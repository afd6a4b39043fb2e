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

        var unreadable = row.Faults.Select(fault => fault.Column).ToHashSet();
        faults.AddRange(
            from error in reading.Errors
            let column = ColumnOf(error.Key)
            where !unreadable.Contains(column)
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
                typed[column.Path] = [.. column.Plan.Kind.Values(cell).Select(value => Code(column.Plan, value))];
                if (typed[column.Path] is [['~', .. var special]])
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

    private int ColumnOf(string path) => _columns.FirstOrDefault(pair => pair.Value.Path == path) is { Value: not null } found ? found.Key + 1 : 1;
}

internal sealed record ReadRow(int Line, FormReading Reading, IReadOnlyList<Fault> Faults);
