using System.Globalization;
using System.Runtime.InteropServices;
using Modular.Contracts.Reports;
using Modular.Statistics.Facts;
using Modular.Statistics.Labels;

namespace Modular.Statistics.Figures;

/// <summary>No answer is an answer of its own (<see cref="Absent"/>), and a fact's day answers for <c>month</c> and <c>weekday</c>.</summary>
internal sealed class FactAnswers(FactTable facts)
{
    public const int Absent = -1;

    /// <summary>Months and weekdays are not in the dictionary: they are numbered from here, downwards.</summary>
    private const int Calendar = -100;

    private readonly List<string> _dimensions = [];
    private readonly List<List<int>> _current = [];
    private readonly HashSet<int> _notKnown = [Absent];
    private int[] _columns = [];
    private int[] _answers = [];

    public int ColumnOf(string dimension)
    {
        var column = _dimensions.IndexOf(dimension);
        if (column >= 0)
        {
            return column;
        }

        _dimensions.Add(dimension);
        _current.Add([]);
        _notKnown.UnionWith(CodesOf(dimension)
            .Where(word => word.Code != StandardCodes.NotGiven && SiteLabels.IsNotKnown(word.Code))
            .Select(word => word.Identifier));

        return _dimensions.Count - 1;
    }

    public IReadOnlySet<int> Find(string dimension, IReadOnlyList<string> codes) => codes is [FigureDefinition.Known]
        ? CodesOf(dimension).Where(word => word.Code != Fact.NotApplicable && !SiteLabels.IsNotKnown(word.Code)).Select(word => word.Identifier).ToHashSet()
        : codes
            .Select(code => code == StandardCodes.NotGiven ? Absent : InCalendar(dimension, code) ?? facts.CodeDictionary.Find(dimension, code))
            .OfType<int>()
            .ToHashSet();

    /// <summary>Whatever the question was answered with, nothing included, where it was put; null when it always was.</summary>
    public IReadOnlySet<int>? WherePut(string dimension) => facts.CodeDictionary.Find(dimension, Fact.NotApplicable) is { } hidden
        ? CodesOf(dimension).Select(word => word.Identifier).Where(identifier => identifier != hidden).Append(Absent).ToHashSet()
        : null;

    public int? Measure(string measure) => facts.CodeDictionary.Find(measure, null);

    public string CodeOf(int answer) => answer switch
    {
        Absent => StandardCodes.NotGiven,
        <= Calendar - 100 => (Calendar - 100 - answer).ToString("00", CultureInfo.InvariantCulture),
        <= Calendar => (Calendar - answer).ToString(CultureInfo.InvariantCulture),
        _ => facts.CodeDictionary.CodeOf(answer),
    };

    public void MoveTo(int row)
    {
        if (_columns.Length == 0)
        {
            Prepare();
        }

        foreach (var answers in _current)
        {
            answers.Clear();
        }

        foreach (var code in facts.CodesOf(row))
        {
            if (_columns[code] is var column and >= 0)
            {
                _current[column].Add(_answers[code]);
            }
        }

        for (var column = 0; column < _dimensions.Count; column++)
        {
            if (_current[column].Count == 0)
            {
                _current[column].Add(OfDay(_dimensions[column], facts.DayOf(row)));
            }
        }
    }

    /// <summary>The answers of the current fact: at least one, <see cref="Absent"/> when it has none.</summary>
    public ReadOnlySpan<int> Of(int column) => CollectionsMarshal.AsSpan(_current[column]);

    public bool IsNotKnown(ReadOnlySpan<int> answered)
    {
        foreach (var answer in answered)
        {
            if (_notKnown.Contains(answer))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<(int Identifier, string Code)> CodesOf(string dimension) => facts.CodeDictionary.Words
        .Where(word => word.Dimension == dimension && word.Code is not null)
        .Select(word => (word.Identifier, word.Code!));

    private void Prepare()
    {
        _columns = new int[facts.CodeDictionary.Greatest + 1];
        _answers = new int[_columns.Length];
        Array.Fill(_columns, -1);
        foreach (var (identifier, dimension, code) in facts.CodeDictionary.Words)
        {
            _columns[identifier] = code is null ? -1 : _dimensions.IndexOf(dimension);
            _answers[identifier] = code == StandardCodes.NotGiven ? Absent : identifier;
        }
    }

    private static int OfDay(string dimension, DateOnly day) => dimension switch
    {
        "month" => Calendar - 100 - day.Month,
        "weekday" => Calendar - (((int)day.DayOfWeek + 6) % 7) - 1,
        _ => Absent,
    };

    private static int? InCalendar(string dimension, string code) => dimension switch
    {
        "month" when int.TryParse(code, CultureInfo.InvariantCulture, out var month) => Calendar - 100 - month,
        "weekday" when int.TryParse(code, CultureInfo.InvariantCulture, out var day) => Calendar - day,
        _ => null,
    };
}
