using Modular.Contracts.Answers;
using Modular.Contracts.Reports;
using Modular.Statistics.Facts;

namespace Modular.Benchmarks.Data;

/// <summary>The columns of the product's facts as others may have them, and what a figure asks of them, in their numbers.</summary>
internal sealed class AskedArrays
{
    private readonly CodeDictionary _words;
    private readonly FactColumns _columns;

    public AskedArrays(FactTable table)
    {
        (_words, var facts) = (table.Words, table.Units[FactUnits.Situations]);
        _columns = facts.Columns;
        Rows = facts.Count;
        Questions = _columns.Questions.ToDictionary(column => column.Key, column => Array.ConvertAll(Read(column.Value), value => (ushort)value));
        Questions.Add("month", [.. Enumerable.Range(0, Rows).Select(row => (ushort)_columns.DayOf(row).Month)]);
        Measures = _columns.Measures.ToDictionary(
            column => column.Key,
            column => Array.ConvertAll(Read(column.Value), value => column.Value.Values[value] is [var number] ? number : -1));
    }

    public int Rows { get; }

    public Dictionary<string, ushort[]> Questions { get; }

    /// <summary>Numbers from 0; -1 where nothing was measured.</summary>
    public Dictionary<string, int[]> Measures { get; }

    /// <summary>How many values a question has.</summary>
    public int Size(string question) => question == "month" ? 13 : _columns.Questions[question].Values.Count;

    /// <summary>Which values of which questions a fact must have to be in the total of a figure.</summary>
    public List<(string Question, bool[] Wanted)> Conditions(FigureDefinition figure) =>
    [
        .. figure.Where.Select(where => (where.Key, Wanted(where.Key, code => where.Value is [FigureDefinition.Known] ? IsKnown(code) : where.Value.Contains(code)))),
        .. figure.By.Where(question => _words.Find(question, Fact.NotApplicable) is not null)
            .Select(question => (question, Wanted(question, code => code != Fact.NotApplicable))),
    ];

    private bool[] Wanted(string question, Func<string, bool> isWanted) =>
        [.. _columns.Questions[question].Values.Select(answers => answers.Length == 0 ? isWanted("") : answers.Any(answer => isWanted(_words.CodeOf(answer))))];

    private static bool IsKnown(string code) => code.Length > 0 && code != Fact.NotApplicable && !NotGivenNames.All.Contains(code);

    private int[] Read(FactColumn column)
    {
        var values = new int[Rows];
        column.Read(0, values);
        return values;
    }
}
