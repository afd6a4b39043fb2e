using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Modular.Sites.Reading;

namespace Modular.Sites.Shapes;

/// <summary>A text of a certain length, and of a certain pattern where one is given.</summary>
/// <param name="pattern">A regular expression that both .NET and JSON Schema read.</param>
/// <param name="wanted">What the pattern means, in words: "lower-case letters, digits and hyphens".</param>
internal sealed class TextShape(int most = 2000, string? pattern = null, FormattableString? wanted = null) : Shape<string>
{
    private readonly Regex? _pattern = pattern is null ? null : new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public override bool TryRead(SourceNode node, ReadingContext reading, [MaybeNullWhen(false)] out string value)
    {
        value = (node as TextNode)?.Value;
        if (value is null)
        {
            return reading.Lose(node.At, $"A text is wanted here, not {node.Describe}.");
        }

        if (string.IsNullOrWhiteSpace(value))
        {
            return reading.Lose(node.At, $"The text is empty.");
        }

        if (value.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')))
        {
            return reading.Lose(node.At, $"The text holds a control character, which nobody can see.");
        }

        if (value.Length > most)
        {
            return reading.Lose(node.At, $"The text has {value.Length} characters; {most} are allowed.");
        }

        return _pattern is null || _pattern.IsMatch(value) || reading.Lose(node.At, $"\"{value}\" is not allowed here: {wanted}.");
    }

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = most };
        if (pattern is not null)
        {
            schema["pattern"] = pattern;
        }

        return schema;
    }
}

/// <summary>A text that means something else: a date, an hour, a zone.</summary>
/// <param name="wanted">What is wanted, in words.</param>
/// <param name="pattern">What an editor can check of it.</param>
internal sealed class ParsedShape<T>(Func<string, (bool Read, T? Value)> parse, FormattableString wanted, string pattern = ".") : Shape<T>
{
    public override bool TryRead(SourceNode node, ReadingContext reading, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (node is not TextNode text)
        {
            return reading.Lose(node.At, $"{wanted} is wanted here, not {node.Describe}.");
        }

        (var read, value) = parse(text.Value);
        return read || reading.Lose(node.At, $"\"{text.Value}\" is not {wanted}.");
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "string", ["pattern"] = pattern };
}

/// <summary>One of the words of an enum, in snake_case.</summary>
internal sealed class WordShape<T>(IReadOnlyDictionary<string, T> words) : Shape<T>
{
    public override bool TryRead(SourceNode node, ReadingContext reading, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return node is TextNode text
            ? words.TryGetValue(text.Value, out value)
                || reading.Lose(node.At, $"\"{text.Value}\" is not one of {string.Join(", ", words.Keys)}.{NameSuggestion.Hint(text.Value, words.Keys)}")
            : reading.Lose(node.At, $"One of {string.Join(", ", words.Keys)} is wanted here, not {node.Describe}.");
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["enum"] = new JsonArray([.. words.Keys.Select(word => JsonValue.Create(word))]) };
}
