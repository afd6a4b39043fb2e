using System.Text;
using System.Text.Json;
using Modular.Sites.Wording;

namespace Modular.Sites.Reading;

/// <summary>
/// Reads JSON with comments into nodes that keep their place. Broken JSON and names written twice are faults; the reader's own
/// depth limit (64) bounds what a hostile file can ask for.
/// </summary>
internal static class SourceNodeReader
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip };

    public static SourceNode? Read(string file, byte[] bytes, Faults faults)
    {
        if (SourceText.Read(file, bytes, faults) is not { } source)
        {
            return null;
        }

        var reader = new Utf8JsonReader(source.Content, Options);
        try
        {
            reader.Read();
            var root = new Builder(file, source, faults).Value(ref reader);
            reader.Read(); // Anything after the value is refused here.
            return root;
        }
        catch (JsonException broken)
        {
            var (line, bytesIntoLine) = ((int)(broken.LineNumber ?? 0), (int)(broken.BytePositionInLine ?? 0));
            faults.Add(
                file, source.AtByteOfLine(line, bytesIntoLine),
                $"This is not JSON: {new RuntimeMessage(Explanation(broken), Stumble(source.CharacterAt(line, bytesIntoLine)))}");
            return null;
        }
    }

    /// <summary>The exception's own sentence repeats the position at its end.</summary>
    private static string Explanation(JsonException broken) => broken.Message.Split(" LineNumber:")[0];

    /// <param name="character">The one that cannot be there; null at the end of the file.</param>
    private static FormattableString Stumble(Rune? character) => character?.Value switch
    {
        null => $"the file ends too early, or is empty: a bracket, a brace or a quotation mark may not be closed.",
        '\r' or '\n' => $"the line ends within a text: its quotation mark is not closed.",
        _ => $"\"{character}\" is not expected here: a comma may be missing or left over just before, or something is not closed.",
    };

    private sealed class Builder(string file, SourceText source, Faults faults)
    {
        public SourceNode Value(ref Utf8JsonReader reader)
        {
            var at = At(reader);
            return reader.TokenType switch
            {
                JsonTokenType.StartObject => Object(ref reader, at),
                JsonTokenType.StartArray => List(ref reader, at),
                JsonTokenType.String => new TextNode(at, reader.GetString()!),
                JsonTokenType.Number when reader.TryGetDecimal(out var number) => new NumberNode(at, number),
                JsonTokenType.True => new FlagNode(at, true),
                JsonTokenType.False => new FlagNode(at, false),
                _ => new NullNode(at),
            };
        }

        private ObjectNode Object(ref Utf8JsonReader reader, Position at)
        {
            var members = new List<Member>();
            var names = new HashSet<string>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var (name, nameAt) = (reader.GetString()!, At(reader));
                reader.Read();
                var value = Value(ref reader);
                if (names.Add(name))
                {
                    members.Add(new Member(name, nameAt, value));
                }
                else
                {
                    faults.Add(file, nameAt, $"\"{name}\" is written twice in the same object.");
                }
            }

            return new ObjectNode(at, members);
        }

        private ListNode List(ref Utf8JsonReader reader, Position at)
        {
            var items = new List<SourceNode>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                items.Add(Value(ref reader));
            }

            return new ListNode(at, items);
        }

        private Position At(in Utf8JsonReader reader) => source.At(source.Start + (int)reader.TokenStartIndex);
    }
}
