using System.Text.RegularExpressions;
using Modular.Sites.Reading;

namespace Modular.Sites.Lifecycle;

/// <summary>What site a folder says it is, as far as its site.json can be read at all: enough to name a version that is refused.</summary>
/// <param name="Id">Null unless it is an identifier: it names a folder of ours.</param>
/// <param name="At">Where the identifier is.</param>
internal sealed partial record SiteIdentity(string? Id, Position At, string? Name, string? Version)
{
    private static readonly SiteIdentity Nothing = new(null, Position.WholeFile, null, null);

    public static SiteIdentity Of(PluginFiles files)
    {
        if (!files.Bytes.TryGetValue("site.json", out var bytes) || SourceNodeReader.Read("site.json", bytes, new Faults()) is not ObjectNode site)
        {
            return Nothing;
        }

        var id = site.Find("id")?.Value as TextNode;
        return new SiteIdentity(
            id is not null && Identifier().IsMatch(id.Value) ? id.Value : null, id?.At ?? Position.WholeFile, Text(site, "name"), Text(site, "version"));
    }

    private static string? Text(ObjectNode site, string key) => site.Find(key)?.Value is TextNode { Value: { Length: > 0 and <= 60 } text } ? text : null;

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{1,39}\z")]
    private static partial Regex Identifier();
}
