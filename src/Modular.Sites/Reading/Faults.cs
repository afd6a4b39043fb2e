namespace Modular.Sites.Reading;

/// <summary>What is wrong in a folder, gathered so that everything is told at once.</summary>
internal sealed class Faults
{
    private readonly HashSet<Fault> _faults = [];

    public void Add(string file, Position at, FormattableString sentence) => _faults.Add(Fault.At(file, at, sentence));

    public void Add(IEnumerable<Fault> faults) => _faults.UnionWith(faults);

    public bool Any => _faults.Count > 0;

    public IReadOnlyList<Fault> Sorted =>
    [
        .. _faults.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line).ThenBy(fault => fault.Column)
            .ThenBy(fault => fault.Sentence, StringComparer.Ordinal),
    ];
}
