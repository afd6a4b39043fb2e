using System.Runtime.InteropServices;
using Modular.Contracts.Reports;
using Modular.Statistics.Suppression;

namespace Modular.Statistics.Figures;

/// <summary>Counts one figure: says in which of its cells a fact is, and adds as many facts as are like it.</summary>
internal sealed class FigureCounter
{
    private readonly AskedQuestions _asked;
    private readonly List<(AskedColumn Column, bool[] Matching)> _where = [];
    private readonly int[] _by;
    private readonly int? _measure;
    private readonly CellConditions _scope;
    private readonly CellGroup? _group;
    private readonly Dictionary<(int One, int Other), CountedCell> _rows = [];
    private readonly CountedCell _total;
    private readonly CountedCell _notKnown;

    /// <param name="groups">Those of its unit, or null where no count of the unit could tell who somebody is.</param>
    public FigureCounter(FigureDefinition definition, AskedQuestions asked, CellGroups? groups)
    {
        Definition = definition;
        _asked = asked;
        var isMeasured = definition.Kind != FigureKind.Count;
        List<(int Column, IReadOnlySet<int> Wanted)> where =
            [.. definition.Where.Select(condition => (asked.ColumnOf(condition.Key), asked.Find(condition.Key, condition.Value)))];
        _by = [.. definition.By.Select(asked.ColumnOf)];
        foreach (var question in isMeasured ? definition.By.Append(definition.Subject) : definition.By)
        {
            if (asked.WherePut(question) is { } put)
            {
                where.Add((asked.ColumnOf(question), put));
            }
        }

        _measure = isMeasured ? asked.MeasureOf(definition.Subject) : null;
        _where = where.ConvertAll(condition => (asked.Columns[condition.Column], asked.Columns[condition.Column].Matching(condition.Wanted)));
        _scope = new CellConditions(where);
        Columns = [.. where.Select(condition => condition.Column).Concat(_by).Concat(_measure is { } measure ? [measure] : []).Distinct()];
        _group = definition.Kind switch
        {
            FigureKind.Median => null,
            FigureKind.Sum => groups?.OfSums(definition.Subject),
            _ => groups?.Counts,
        };
        _total = new(this, _scope.IsFiltered ? Usefulness.Filtered : Usefulness.Headline, _scope, _group);
        _notKnown = new(this, Usefulness.Row, CellConditions.Unplaced, groups?.Counts);
    }

    public FigureDefinition Definition { get; }

    /// <summary>All that decides where a fact is counted.</summary>
    public int[] Columns { get; }

    public CountedFigure Result => new(_total, _notKnown, _rows.ToDictionary(
        row => (_asked.CodeOf(row.Key.One), _by.Length > 1 ? _asked.CodeOf(row.Key.Other) : ""),
        row => row.Value));

    /// <param name="row">A fact.</param>
    /// <param name="count">How many facts are like it in all that the figure asks; those are not counted again.</param>
    public void Count(int row, int count, List<CountedCell> scratch)
    {
        scratch.Clear();
        Place(row, scratch);
        var value = ValueAt(row);
        foreach (var cell in scratch)
        {
            cell.Add(row, count, value);
        }
    }

    /// <summary>Adds the cells that a fact is in to a list.</summary>
    public void Place(int row, List<CountedCell> cells)
    {
        var known = true;
        foreach (var (column, matching) in _where)
        {
            var value = column.At(row);
            if (!matching[value])
            {
                if (!column.IsNotKnown(value))
                {
                    return;
                }

                known = false;
            }
        }

        if (!known || (_measure is not null && ValueAt(row) is null))
        {
            cells.Add(_notKnown);
            return;
        }

        cells.Add(_total);
        if (_by.Length > 0)
        {
            PlaceInRows(row, cells);
        }
    }

    /// <summary>A number of one to four people is hidden, whatever it says of them.</summary>
    public void HideSmall(int smallestCell)
    {
        foreach (var cell in _rows.Values.Append(_total).Append(_notKnown))
        {
            cell.Hidden = cell.Count > 0 && cell.Count < smallestCell;
        }
    }

    private void PlaceInRows(int row, List<CountedCell> cells)
    {
        var (first, second) = (_asked.Columns[_by[0]], _by.Length > 1 ? _asked.Columns[_by[1]] : null);
        var (one, other) = (first.At(row), second?.At(row) ?? 0);
        if (first.IsNotKnown(one) || second?.IsNotKnown(other) == true)
        {
            cells.Add(_notKnown);
        }

        foreach (var answer in first.Answers[one])
        {
            if (second is null)
            {
                cells.Add(Row(answer, 0));
                continue;
            }

            foreach (var crossed in second.Answers[other])
            {
                cells.Add(Row(answer, crossed));
            }
        }
    }

    private int? ValueAt(int row) => _measure is { } measure && _asked.Columns[measure] is var column && column.Answers[column.At(row)] is [var value]
        ? value
        : null;

    private CountedCell Row(int one, int other)
    {
        ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, (one, other), out _);
        return row ??= _by.Length == 1
            ? new(this, Usefulness.Row, _scope.And(_by[0], one), _group)
            : new(this, Usefulness.CrossedRow, _scope.And(_by[0], one).And(_by[1], other), _group);
    }
}
