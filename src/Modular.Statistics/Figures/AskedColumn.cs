using Modular.Statistics.Facts;
using Modular.Statistics.Labels;

namespace Modular.Statistics.Figures;

/// <summary>A column that some figure reads, and what each of its values says. No answer is an answer of its own (<see cref="Absent"/>).</summary>
internal sealed class AskedColumn
{
    public const int Absent = -1;

    private readonly FactColumns _facts;
    private readonly FactColumn? _column;
    private readonly Calendar? _calendar;
    private readonly int _stored;
    private readonly bool[] _isNotKnown;

    private AskedColumn(FactColumns facts, FactColumn? column, Calendar? calendar, IReadOnlyList<int[]> answers, bool[] isNotKnown)
    {
        (_facts, _column, _calendar, Answers, _isNotKnown) = (facts, column, calendar, answers, isNotKnown);
        _stored = column?.Values.Count ?? 1;
    }

    /// <summary>The identifiers of a value's answers, at least one; of a measure its number, or nothing.</summary>
    public IReadOnlyList<int[]> Answers { get; }

    /// <param name="column">Null where no fact of the unit answers.</param>
    /// <param name="calendar">What a fact's day answers where the fact itself does not.</param>
    public static AskedColumn OfQuestion(FactColumns facts, FactColumn? column, Calendar? calendar, CodeDictionary words)
    {
        int[][] answers =
        [
            .. (column?.Values ?? [[]]).Select(given => given.Length == 0 ? [Absent] : Array.ConvertAll(given, AbsentIfNotGiven)),
            .. calendar?.Answers.Select(answer => new[] { answer }) ?? [],
        ];
        return new(facts, column, calendar, answers, Array.ConvertAll(answers, given => Array.Exists(given, IsNotKnown)));

        int AbsentIfNotGiven(int answer) => words.CodeOf(answer) == StandardCodes.NotGiven ? Absent : answer;

        bool IsNotKnown(int answer) => answer == Absent || (!Calendar.Gives(answer) && SiteLabels.IsNotKnown(words.CodeOf(answer)));
    }

    public static AskedColumn OfMeasure(FactColumns facts, FactColumn? column) => new(facts, column, null, column?.Values ?? [[]], []);

    public bool IsNotKnown(int value) => _isNotKnown[value];

    /// <summary>For each value, whether one of its answers is wanted.</summary>
    public bool[] Matching(IReadOnlySet<int> wanted) => [.. Answers.Select(answers => Array.Exists(answers, wanted.Contains))];

    public int At(int row)
    {
        var value = _column?.At(row) ?? 0;
        return value > 0 || _calendar is null ? value : _stored + _calendar.At(_facts.Days[row]);
    }

    /// <summary>The values of as many rows as there is room for.</summary>
    public void Read(int from, Span<int> into)
    {
        if (_column is null)
        {
            into.Clear();
        }
        else
        {
            _column.Read(from, into);
        }

        if (_calendar is not null)
        {
            var days = _facts.Days.Slice(from, into.Length);
            for (var row = 0; row < into.Length; row++)
            {
                into[row] = into[row] > 0 ? into[row] : _stored + _calendar.At(days[row]);
            }
        }
    }
}
