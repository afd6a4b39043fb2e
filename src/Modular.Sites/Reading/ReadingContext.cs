namespace Modular.Sites.Reading;

/// <summary>One file being read against its shape.</summary>
/// <param name="vif">The site's VIF codes, which a condition may name as "vif".</param>
internal sealed class ReadingContext(string file, Faults faults, SourceMap sources, IReadOnlyList<string> vif)
{
    public string File => file;

    public SourceMap Sources => sources;

    public IReadOnlyList<string> Vif => vif;

    /// <summary>False once a value was lost: what is then built would only earn faults that follow from the first.</summary>
    public bool IsSound { get; private set; } = true;

    /// <summary>A fault that leaves the value usable.</summary>
    public void Note(Position at, FormattableString sentence) => faults.Add(file, at, sentence);

    /// <summary>A fault for which there is no value. Always false, so that readers can return it.</summary>
    public bool Lose(Position at, FormattableString sentence)
    {
        faults.Add(file, at, sentence);
        IsSound = false;
        return false;
    }
}
