using System.Text.Json;

namespace Modular.Contracts.Wording;

/// <summary>
/// What people read for a key that data holds: a state, a unit, an answer that is not one. Everything that shows one (page, calendar, report, mail) asks here,
/// so that all say the same. The words are in one file, <c>fr.json</c>, by list and key; a site's own codes have the site's own labels.
/// </summary>
/// <example>
/// <code>
/// Words.Of("presence_state", "held");        // tenue
/// Words.Find("presence_state", "dreamt");    // null
/// Words.In("half_day").Keys;                 // morning, afternoon
/// </code>
/// </example>
public static class Words
{
    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip };

    private static readonly Dictionary<string, OrderedDictionary<string, string>> Lists = Read();

    /// <summary>The word of a key.</summary>
    /// <param name="list">The list that the key belongs to.</param>
    /// <param name="key">The key, in snake_case as data spells it.</param>
    /// <exception cref="KeyNotFoundException">There is no such list, or no such key in it.</exception>
    public static string Of(string list, string key) => Find(list, key) ?? throw new KeyNotFoundException($"fr.json has no word for {list}.{key}.");

    /// <summary>The word of a value, by its name in snake_case.</summary>
    /// <param name="list">The list that the value belongs to.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="KeyNotFoundException">There is no such list, or it has no word for the value.</exception>
    public static string Of(string list, Enum value) => Of(list, KeyOf(value));

    /// <summary>The word of a key that may be unknown, such as one that a later version wrote.</summary>
    /// <param name="list">The list that the key belongs to.</param>
    /// <param name="key">The key.</param>
    /// <returns>Null when the list has no such key.</returns>
    /// <exception cref="KeyNotFoundException">There is no such list.</exception>
    public static string? Find(string list, string key) => In(list).GetValueOrDefault(key);

    /// <summary>The word of a value that may have none.</summary>
    /// <param name="list">The list that the value belongs to.</param>
    /// <param name="value">The value; null has no word.</param>
    /// <returns>Null when the list has no such key.</returns>
    /// <exception cref="KeyNotFoundException">There is no such list.</exception>
    public static string? Find(string list, Enum? value) => value is null ? null : Find(list, KeyOf(value));

    /// <summary>All words of a list by their keys, in the order in which they are read.</summary>
    /// <param name="list">The list.</param>
    /// <exception cref="KeyNotFoundException">There is no such list.</exception>
    public static IReadOnlyDictionary<string, string> In(string list) => Lists[list];

    private static string KeyOf(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static Dictionary<string, OrderedDictionary<string, string>> Read()
    {
        using var file = typeof(Words).Assembly.GetManifestResourceStream("fr.json")!;
        using var read = JsonDocument.Parse(file, WithComments);
        return read.RootElement.EnumerateObject().ToDictionary(
            list => list.Name,
            list => new OrderedDictionary<string, string>(
                list.Value.EnumerateObject().Select(word => KeyValuePair.Create(word.Name, word.Value.GetString()!))));
    }
}
