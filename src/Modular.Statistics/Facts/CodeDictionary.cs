namespace Modular.Statistics.Facts;

/// <summary>The small integers under which a site's answers are kept. A measure is a word without code.</summary>
public sealed class CodeDictionary
{
    private readonly Dictionary<int, (string Dimension, string? Code)> _words = [];
    private readonly Dictionary<(string Dimension, string? Code), int> _identifiers = [];

    public void Add(int identifier, string dimension, string? code)
    {
        _words.Add(identifier, (dimension, code));
        _identifiers.Add((dimension, code), identifier);
        Greatest = Math.Max(Greatest, identifier);
    }

    public int IdentifierOf(string dimension, string? code)
    {
        if (!_identifiers.TryGetValue((dimension, code), out var identifier))
        {
            identifier = Greatest + 1;
            Add(identifier, dimension, code);
        }

        return identifier;
    }

    public int? Find(string dimension, string? code) => _identifiers.TryGetValue((dimension, code), out var identifier) ? identifier : null;

    public IEnumerable<(int Identifier, string Dimension, string? Code)> Words => _words.Select(word => (word.Key, word.Value.Dimension, word.Value.Code));

    public (string Dimension, string? Code) WordOf(int identifier) => _words[identifier];

    public string CodeOf(int identifier) => _words[identifier].Code ?? "";

    public int Greatest { get; private set; }

    /// <summary>Of its own: words that join it are not in this one.</summary>
    public CodeDictionary Copy()
    {
        var copy = new CodeDictionary();
        foreach (var (identifier, dimension, code) in Words)
        {
            copy.Add(identifier, dimension, code);
        }

        return copy;
    }
}
