using Modular.Statistics.Facts;

namespace Modular.Storage.Statistics;

/// <summary>All facts of a site as they were at one instant. Never changed: what changed since is in the next one.</summary>
/// <param name="Version">The number of the last change that is in it.</param>
internal sealed record SiteFacts(long Version, CodeDictionary Words, IReadOnlyDictionary<string, FactColumns> Units)
{
    public static readonly SiteFacts None = new(-1, new(), new Dictionary<string, FactColumns>());

    public FactTable Between(IReadOnlyCollection<string> units, DateOnly from, DateOnly to)
    {
        var table = new FactTable(Words.Copy());
        foreach (var unit in units)
        {
            table.Add(unit, Units.GetValueOrDefault(unit, FactColumns.None).Between(from, to));
        }

        return table;
    }
}
