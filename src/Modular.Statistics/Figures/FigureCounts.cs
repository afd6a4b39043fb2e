using System.Runtime.InteropServices;
using Modular.Contracts.Reports;
using Modular.Statistics.Facts;
using Modular.Statistics.Suppression;

namespace Modular.Statistics.Figures;

/// <summary>A counted figure: its total, its rows by their answers, and what could not be placed.</summary>
internal sealed record CountedFigure(CountedCell Total, CountedCell NotKnown, IReadOnlyDictionary<(string One, string Other), CountedCell> Rows);

/// <summary>One pass over the facts of a period for all figures of a report.</summary>
internal sealed class FigureCounts
{
    private readonly FactAnswers _answers;
    private readonly FactTable _facts;
    private readonly CellGroups _groups = new();
    private readonly List<FigureCounter> _figures = [];

    private FigureCounts(IReadOnlyList<FigureDefinition> figures, FactTable facts)
    {
        _facts = facts;
        _answers = new(facts);
        _figures.AddRange(figures.Where(IsCounted).Select(figure => new FigureCounter(figure, _answers, _groups)));
    }

    /// <summary>Counts, and hides what may not be shown. By figure; those that are not counted are left out.</summary>
    public static FigureCounts Of(IReadOnlyList<FigureDefinition> figures, FactTable facts, int smallestCell)
    {
        var counts = new FigureCounts(figures, facts);
        counts.Count();
        foreach (var figure in counts._figures)
        {
            figure.HideSmall(smallestCell);
        }

        foreach (var group in counts._groups.All)
        {
            CellSuppression.Protect(group, smallestCell);
        }

        return counts;
    }

    public CountedFigure? this[FigureDefinition figure] => _figures.Find(counted => ReferenceEquals(counted.Definition, figure))?.Result;

    public static bool IsCounted(FigureDefinition figure) => figure.Kind is FigureKind.Count or FigureKind.Median or FigureKind.Sum;

    public static string UnitOf(FigureDefinition figure) => figure.Kind == FigureKind.Count ? figure.Subject : figure.Unit ?? FactUnits.Situations;

    private void Count()
    {
        var byUnit = _figures.ToLookup(figure => figure.Unit);
        var groups = _groups.All.ToList();
        for (var row = 0; row < _facts.Rows; row++)
        {
            _answers.MoveTo(row);
            foreach (var figure in byUnit[_facts.UnitOf(row)])
            {
                figure.Count(row, _facts);
            }

            foreach (var group in groups)
            {
                group.EndFact();
            }
        }
    }

    private sealed class FigureCounter
    {
        private readonly FactAnswers _answers;
        private readonly List<(int Column, IReadOnlySet<int> Wanted)> _where;
        private readonly int[] _by;
        private readonly int? _measure;
        private readonly bool _measured;
        private readonly CellConditions _scope;
        private readonly CellGroups.Group? _group;
        private readonly Dictionary<(int One, int Other), CountedCell> _rows = [];
        private readonly CountedCell _total;
        private readonly CountedCell _notKnown;

        public FigureCounter(FigureDefinition definition, FactAnswers answers, CellGroups groups)
        {
            Definition = definition;
            _answers = answers;
            _where = [.. definition.Where.Select(condition => (answers.ColumnOf(condition.Key), answers.Find(condition.Key, condition.Value)))];
            _by = [.. definition.By.Select(answers.ColumnOf)];
            _measured = definition.Kind != FigureKind.Count;
            foreach (var question in _measured ? definition.By.Append(definition.Subject) : definition.By)
            {
                if (answers.WherePut(question) is { } put)
                {
                    _where.Add((answers.ColumnOf(question), put));
                }
            }

            _measure = _measured ? answers.Measure(definition.Subject) : null;
            _scope = new CellConditions([.. _where]);
            var counts = FactUnits.AreAboutPeople(Unit) ? groups.Of(Unit) : null;
            _group = counts is null || definition.Kind == FigureKind.Median ? null
                : definition.Kind == FigureKind.Sum ? groups.Of(Unit, definition.Subject)
                : counts;
            _total = new(this, _scope.IsFiltered ? Usefulness.Filtered : Usefulness.Headline, _scope, _group);
            _notKnown = new(this, Usefulness.Row, CellConditions.Unplaced, counts);
        }

        public FigureDefinition Definition { get; }

        public string Unit => UnitOf(Definition);

        public CountedFigure Result => new(_total, _notKnown, _rows.ToDictionary(
            row => (_answers.CodeOf(row.Key.One), _by.Length > 1 ? _answers.CodeOf(row.Key.Other) : ""),
            row => row.Value));

        public void Count(int row, FactTable facts)
        {
            var known = true;
            foreach (var (column, wanted) in _where)
            {
                var answered = _answers.Of(column);
                if (!Overlaps(answered, wanted))
                {
                    if (!_answers.IsNotKnown(answered))
                    {
                        return;
                    }

                    known = false;
                }
            }

            var value = _measured && _measure is { } measure ? facts.MeasureOf(row, measure) : null;
            if (!known || (_measured && value is null))
            {
                _notKnown.Add();
                return;
            }

            Add(_total, value);
            if (_by.Length == 0)
            {
                return;
            }

            var first = _answers.Of(_by[0]);
            var second = _by.Length > 1 ? _answers.Of(_by[1]) : [];
            if (_answers.IsNotKnown(first) || (_by.Length > 1 && _answers.IsNotKnown(second)))
            {
                _notKnown.Add();
            }

            foreach (var one in first)
            {
                if (_by.Length == 1)
                {
                    Add(Row(one, 0), value);
                    continue;
                }

                foreach (var other in second)
                {
                    Add(Row(one, other), value);
                }
            }
        }

        /// <summary>A number of one to four people is hidden, whatever it says of them.</summary>
        public void HideSmall(int smallestCell)
        {
            if (FactUnits.AreAboutPeople(Unit))
            {
                foreach (var cell in _rows.Values.Append(_total).Append(_notKnown))
                {
                    cell.Hidden = cell.Count > 0 && cell.Count < smallestCell;
                }
            }
        }

        private CountedCell Row(int one, int other)
        {
            ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, (one, other), out _);
            return row ??= _by.Length == 1
                ? new(this, Usefulness.Row, _scope.And(_by[0], one), _group)
                : new(this, Usefulness.CrossedRow, _scope.And(_by[0], one).And(_by[1], other), _group);
        }

        private void Add(CountedCell cell, int? value)
        {
            if (value is { } measured)
            {
                cell.Add(measured, keep: Definition.Kind == FigureKind.Median);
            }
            else
            {
                cell.Add();
            }
        }

        private static bool Overlaps(ReadOnlySpan<int> answered, IReadOnlySet<int> wanted)
        {
            foreach (var answer in answered)
            {
                if (wanted.Contains(answer))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
