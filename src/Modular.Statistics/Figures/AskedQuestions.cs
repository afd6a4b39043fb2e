using Modular.Contracts.Reports;
using Modular.Statistics.Facts;
using Modular.Statistics.Labels;

namespace Modular.Statistics.Figures;

/// <summary>The questions and measures that the figures of a unit read, each once, and the identifiers of what they ask for.</summary>
internal sealed class AskedQuestions(CodeDictionary words, FactRange facts)
{
    private readonly List<AskedColumn> _columns = [];
    private readonly Dictionary<(string Name, bool IsMeasure), int> _numbers = [];

    public IReadOnlyList<AskedColumn> Columns => _columns;

    /// <summary>The number of a question's column.</summary>
    public int ColumnOf(string dimension) => NumberOf((dimension, false), () =>
        AskedColumn.OfQuestion(facts.Columns, facts.Columns.Questions.GetValueOrDefault(dimension), Calendar.Of(dimension, facts), words));

    /// <summary>The number of a measure's column.</summary>
    public int MeasureOf(string measure) => NumberOf((measure, true), () =>
        AskedColumn.OfMeasure(facts.Columns, facts.Columns.Measures.GetValueOrDefault(measure)));

    public IReadOnlySet<int> Find(string dimension, IReadOnlyList<string> codes) => codes is [FigureDefinition.Known]
        ? CodesOf(dimension).Where(word => word.Code != Fact.NotApplicable && !SiteLabels.IsNotKnown(word.Code)).Select(word => word.Identifier).ToHashSet()
        : codes
            .Select(code => code == StandardCodes.NotGiven ? AskedColumn.Absent : Calendar.Find(dimension, code) ?? words.Find(dimension, code))
            .OfType<int>()
            .ToHashSet();

    /// <summary>Whatever the question was answered with, nothing included, where it was put; null when it always was.</summary>
    public IReadOnlySet<int>? WherePut(string dimension) => words.Find(dimension, Fact.NotApplicable) is { } hidden
        ? CodesOf(dimension).Select(word => word.Identifier).Where(identifier => identifier != hidden).Append(AskedColumn.Absent).ToHashSet()
        : null;

    public string CodeOf(int answer) => answer == AskedColumn.Absent ? StandardCodes.NotGiven
        : Calendar.Gives(answer) ? Calendar.CodeOf(answer)
        : words.CodeOf(answer);

    private int NumberOf((string Name, bool IsMeasure) name, Func<AskedColumn> column)
    {
        if (!_numbers.TryGetValue(name, out var number))
        {
            _numbers.Add(name, number = _columns.Count);
            _columns.Add(column());
        }

        return number;
    }

    private IEnumerable<(int Identifier, string Code)> CodesOf(string dimension) => words.Words
        .Where(word => word.Dimension == dimension && word.Code is not null)
        .Select(word => (word.Identifier, word.Code!));
}
