namespace Modular.Statistics.Suppression;

/// <summary>
/// The hidden numbers as a reader must leave them open: free to move along the steps that change nothing published, and never below the least they can be.
/// Raises one of them as far as the others allow: the primal simplex method, begun at the true numbers.
/// </summary>
internal sealed class Simplex
{
    private const double Tolerance = 1e-9;
    private const int MostTurns = 1000;

    private readonly double[] _room;
    private readonly int[] _free;
    private readonly int[] _bound;

    /// <summary>How a bound number moves when a free one does.</summary>
    private readonly double[][] _rates;

    public Simplex(IReadOnlyList<(long[] Step, int Pivot)> steps, IReadOnlyList<CountVariable> variables)
    {
        _room = [.. variables.Select(variable => (double)(variable.Count - variable.Least))];
        _free = [.. steps.Select(step => step.Pivot)];
        _bound = [.. Enumerable.Range(0, variables.Count).Where(index => !_free.Contains(index) && steps.Any(step => step.Step[index] != 0))];
        _rates = [.. _bound.Select(index => steps.Select(step => (double)step.Step[index]).ToArray())];
    }

    /// <summary>Whether the number can be raised by so much, to whole numbers throughout.</summary>
    public bool CanRaise(int wanted, int by)
    {
        var goal = _room[wanted] + by;
        for (var turn = 0; turn < MostTurns && _room[wanted] < goal - Tolerance; turn++)
        {
            if (!Turn(wanted, goal))
            {
                return false;
            }
        }

        return _room[wanted] >= goal - Tolerance && Array.TrueForAll(_room, room => Math.Abs(room - Math.Round(room)) < Tolerance);
    }

    /// <summary>Moves the first free number that brings the goal nearer, until something has no room left.</summary>
    private bool Turn(int wanted, double goal)
    {
        var row = Array.IndexOf(_bound, wanted);
        for (var column = 0; column < _free.Length; column++)
        {
            var gain = row >= 0 ? _rates[row][column] : _free[column] == wanted ? 1 : 0;
            if (Math.Abs(gain) < Tolerance || (gain < 0 && _room[_free[column]] < Tolerance))
            {
                continue;
            }

            Move(column, Math.Sign(gain), (goal - _room[wanted]) / Math.Abs(gain));
            return true;
        }

        return false;
    }

    private void Move(int column, int direction, double most)
    {
        var blocking = -1;
        if (direction < 0)
        {
            most = Math.Min(most, _room[_free[column]]);
        }

        for (var row = 0; row < _bound.Length; row++)
        {
            var fall = -_rates[row][column] * direction;
            if (fall > Tolerance && _room[_bound[row]] / fall < most - Tolerance)
            {
                most = _room[_bound[row]] / fall;
                blocking = row;
            }
        }

        _room[_free[column]] += direction * most;
        for (var row = 0; row < _bound.Length; row++)
        {
            _room[_bound[row]] += direction * most * _rates[row][column];
        }

        if (blocking >= 0)
        {
            Exchange(blocking, column);
        }
    }

    /// <summary>The number that has no room left is free from now on, in the place of the one that moved.</summary>
    private void Exchange(int row, int column)
    {
        var rate = _rates[row][column];
        for (var other = 0; other < _free.Length; other++)
        {
            _rates[row][other] = other == column ? 1 / rate : -_rates[row][other] / rate;
        }

        for (var other = 0; other < _bound.Length; other++)
        {
            var share = _rates[other][column];
            if (other == row || share == 0)
            {
                continue;
            }

            for (var free = 0; free < _free.Length; free++)
            {
                _rates[other][free] = free == column ? share * _rates[row][free] : _rates[other][free] + (share * _rates[row][free]);
            }
        }

        (_bound[row], _free[column]) = (_free[column], _bound[row]);
    }
}
