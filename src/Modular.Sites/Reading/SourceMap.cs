using System.Diagnostics.CodeAnalysis;

namespace Modular.Sites.Reading;

/// <summary>From which object of which file each record was read, so that a fault found later still says its place.</summary>
internal sealed class SourceMap
{
    private readonly Dictionary<object, (string File, ObjectNode Node)> _sources = new(ReferenceEqualityComparer.Instance);

    public void Add(object record, string file, ObjectNode node) => _sources[record] = (file, node);

    /// <summary>The record was made anew from another one.</summary>
    public T Same<T>(object original, T changed)
        where T : class
    {
        if (_sources.TryGetValue(original, out var source))
        {
            _sources[changed] = source;
        }

        return changed;
    }

    /// <summary>Whether the record's object has the key.</summary>
    public bool Has(object record, string key) => TryFind(record, out _, out var node) && node.Find(key) is not null;

    /// <summary>Whether the key's value is written as a text.</summary>
    public bool IsText(object record, string key) => TryFind(record, out _, out var node) && node.Find(key)?.Value is TextNode;

    /// <summary>The place of a key's value (or of an item of its list), of the object itself when it has no such key.</summary>
    public (string File, Position At) Of(object record, string? key = null, int? item = null)
    {
        if (!TryFind(record, out var file, out var node))
        {
            return ("site.json", Position.WholeFile);
        }

        var value = key is null ? null : node.Find(key)?.Value;
        return (file, value is ListNode list && item < list.Items.Count ? list.Items[item.Value].At : value?.At ?? node.At);
    }

    /// <summary>The place of a name inside a key's object: <c>codes.problem</c>, <c>promised.andelot</c>.</summary>
    public (string File, Position At) OfName(object record, string key, string name, int? item = null)
    {
        if (!TryFind(record, out var file, out var node) || (node.Find(key)?.Value as ObjectNode)?.Find(name) is not { } member)
        {
            return Of(record, key);
        }

        return (
            file,
            item is { } index && member.Value is ListNode list && index < list.Items.Count ? list.Items[index].At : item is null ? member.At : member.Value.At);
    }

    private bool TryFind(object record, [NotNullWhen(true)] out string? file, [NotNullWhen(true)] out ObjectNode? node)
    {
        (file, node) = _sources.GetValueOrDefault(record);
        return node is not null && file is not null;
    }
}
