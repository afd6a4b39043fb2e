using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Modular.Forms;

/// <summary>
/// Writes a form as HTML. Branches that are not shown are written too, with <c>hidden</c>: what was typed in them comes back with the next post, and
/// the server leaves it out. Nothing here needs JavaScript.
/// </summary>
public sealed class FormHtml(FormReading reading) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (reading.Plan.BlankOf(reading) is { } blank)
        {
            writer.Write(blank.Html(encoder));
        }
        else
        {
            reading.Plan.Skeleton(encoder).WriteTo(writer, reading);
        }
    }
}
