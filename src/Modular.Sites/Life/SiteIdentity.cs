using System.Text.RegularExpressions;
using Modular.Sites.Reading;

namespace Modular.Sites.Life;

/// <summary>The identifier a folder claims, before anything else of it is known. It names a folder of ours: nothing but an identifier passes.</summary>
internal static partial class SiteIdentity
{
    public static TextNode? Peek(PluginFiles files) =>
        files.Bytes.TryGetValue("site.json", out var bytes)
        && JsonTree.Read("site.json", bytes, new Faults()) is ObjectNode site
        && site.Find("id")?.Value is TextNode id
        && Identifier().IsMatch(id.Value)
            ? id
            : null;

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{1,39}\z")]
    private static partial Regex Identifier();
}
