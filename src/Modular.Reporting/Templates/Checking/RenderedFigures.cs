using System.Text;
using System.Text.RegularExpressions;

namespace Modular.Reporting.Templates.Checking;

/// <summary>The charts and tables in what a template wrote: they are ours, and what is around them is judged.</summary>
internal static partial class RenderedFigures
{
    /// <summary>No template may have this class itself.</summary>
    private const string Opens = "<figure class=\"chart\">";
    private const string Closes = "</figure>";

    /// <returns>The HTML with empty figures, as long as before; and the drawings that are in it more than once, whose names would too.</returns>
    public static (string Html, IReadOnlyList<TemplateFault> Again) Emptied(string html)
    {
        var emptied = new StringBuilder(html.Length);
        var (seen, again) = (new HashSet<string>(), new List<TemplateFault>());
        var last = 0;
        for (var at = html.IndexOf(Opens, StringComparison.Ordinal); at >= 0; at = html.IndexOf(Opens, last, StringComparison.Ordinal))
        {
            var end = html.IndexOf(Closes, at, StringComparison.Ordinal) + Closes.Length;
            emptied.Append(html, last, at - last).Append("<figure>").Append(' ', end - at - "<figure>".Length - Closes.Length).Append(Closes);
            if (!seen.Add(html[at..end]))
            {
                again.Add(new(at, MarkupMessages.SameDrawing));
            }

            last = end;
        }

        emptied.Append(html, last, html.Length - last);
        return (OfTables().Replace(emptied.ToString(), attribute => new string(' ', attribute.Length)), again);
    }

    /// <summary>The attribute that our tables have and templates may not.</summary>
    [GeneratedRegex(" data-label=\"[^\"<>]*\"")]
    private static partial Regex OfTables();
}
