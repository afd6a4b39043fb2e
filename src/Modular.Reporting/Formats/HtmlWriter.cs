using System.Text;

namespace Modular.Reporting.Formats;

/// <summary>Writes HTML and SVG: everything that is not a tag goes through <see cref="Text"/> and is encoded.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _html = new();

    /// <summary>A tag with its attributes; a null value leaves the attribute out.</summary>
    public HtmlWriter Open(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _html.Append('<').Append(tag);
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
            {
                _html.Append(' ').Append(name).Append("=\"").Append(Encode(value)).Append('"');
            }
        }

        _html.Append('>');
        return this;
    }

    public HtmlWriter Close(string tag) => AppendRendered($"</{tag}>");

    public HtmlWriter Text(string text) => AppendRendered(Encode(text));

    public HtmlWriter Element(string tag, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(tag, attributes).Text(text).Close(tag);

    public HtmlWriter Append(HtmlWriter other) => AppendRendered(other.ToString());

    /// <summary>What a template rendered: its own text is the site's, its values were encoded.</summary>
    public HtmlWriter AppendRendered(string html)
    {
        _html.Append(html);
        return this;
    }

    public override string ToString() => _html.ToString();

    /// <summary>As a text of an element or the quoted value of an attribute.</summary>
    public static string Encode(string text) => text.AsSpan().ContainsAny("&<>\"'")
        ? new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;").ToString()
        : text;
}
