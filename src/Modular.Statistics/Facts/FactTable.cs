namespace Modular.Statistics.Facts;

/// <summary>Facts in compact columns, read row by row in one pass.</summary>
public sealed class FactTable
{
    private readonly List<string> _units = [];
    private readonly List<int> _unitOf = [];
    private readonly List<int> _days = [];
    private readonly List<int> _codeStarts = [0];
    private readonly List<int> _codes = [];
    private readonly List<int> _measureStarts = [0];
    private readonly List<(int Measure, int Value)> _measures = [];

    public CodeDictionary CodeDictionary { get; } = new();

    public int Rows => _days.Count;

    public void Add(string unit, DateOnly on, ReadOnlySpan<byte> codes, ReadOnlySpan<byte> measures)
    {
        var known = _units.IndexOf(unit);
        if (known < 0)
        {
            known = _units.Count;
            _units.Add(unit);
        }

        _unitOf.Add(known);
        _days.Add(on.DayNumber);
        for (var at = 0; at < codes.Length;)
        {
            _codes.Add((int)FactCoding.Read(codes, ref at));
        }

        for (var at = 0; at < measures.Length;)
        {
            _measures.Add(((int)FactCoding.Read(measures, ref at), FactCoding.ReadSigned(measures, ref at)));
        }

        _codeStarts.Add(_codes.Count);
        _measureStarts.Add(_measures.Count);
    }

    /// <summary>Adds a fact that is kept nowhere: what it says joins the dictionary.</summary>
    public void Add(Fact fact) => Add(
        fact.Unit,
        fact.On,
        FactCoding.Codes(fact.Codes.SelectMany(answer => answer.Value.Distinct().Select(code => CodeDictionary.IdentifierOf(answer.Key, code)))),
        FactCoding.Measures(fact.Measures.Select(measure => (CodeDictionary.IdentifierOf(measure.Key, null), measure.Value))));

    public string UnitOf(int row) => _units[_unitOf[row]];

    public DateOnly DayOf(int row) => DateOnly.FromDayNumber(_days[row]);

    public ReadOnlySpan<int> CodesOf(int row) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_codes)[_codeStarts[row].._codeStarts[row + 1]];

    public int? MeasureOf(int row, int measure)
    {
        for (var at = _measureStarts[row]; at < _measureStarts[row + 1]; at++)
        {
            if (_measures[at].Measure == measure)
            {
                return _measures[at].Value;
            }
        }

        return null;
    }
}
