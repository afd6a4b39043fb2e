namespace Modular.Statistics.Facts;

/// <summary>The facts of some units that a report counts, and the words in which they answer.</summary>
/// <param name="words">Words of a site: those of facts that are added join them.</param>
public sealed class FactTable(CodeDictionary words)
{
    private readonly Dictionary<string, FactRange> _units = [];

    public CodeDictionary Words => words;

    public IReadOnlyDictionary<string, FactRange> Units => _units;

    public void Add(string unit, FactRange facts) => _units.Add(unit, facts);

    /// <summary>Adds all facts of a unit that are kept nowhere.</summary>
    public void Add(string unit, IEnumerable<Fact> facts)
    {
        var columns = new FactColumnsBuilder(words);
        foreach (var (number, fact) in facts.Index())
        {
            columns.Add(
                number,
                fact.On,
                FactCoding.Codes(fact.Codes.SelectMany(answer => answer.Value.Distinct().Select(code => words.IdentifierOf(answer.Key, code)))),
                FactCoding.Measures(fact.Measures.Select(measure => (words.IdentifierOf(measure.Key, null), measure.Value))));
        }

        Add(unit, columns.Build().Between(DateOnly.MinValue, DateOnly.MaxValue));
    }
}
