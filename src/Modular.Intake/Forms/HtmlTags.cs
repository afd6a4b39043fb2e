using System.Text.Encodings.Web;

namespace Modular.Intake.Forms;

/// <summary>Writes tags as they are and everything else encoded.</summary>
internal sealed class HtmlTags(TextWriter writer, HtmlEncoder encoder)
{
    /// <summary>Markup of ours; never anything that was typed or read from a file.</summary>
    public HtmlTags Raw(string markup)
    {
        writer.Write(markup);
        return this;
    }

    public HtmlTags Text(string text)
    {
        encoder.Encode(writer, text);
        return this;
    }

    public HtmlTags Hidden(bool isHidden) => isHidden ? Raw(" hidden") : this;

    public HtmlTags Described(string? by) => by is null ? this : Raw(" aria-describedby=\"").Text(by).Raw("\"");

    public HtmlTags Control(string path, string? described, bool isWrong) =>
        Raw(" id=\"").Text(path).Raw("\" name=\"").Text(path).Raw("\"").Described(described).Raw(isWrong ? " aria-invalid=\"true\"" : "");

    public void Paragraph(string name, string? text)
    {
        if (text is not null)
        {
            Raw("<p class=\"").Raw(name).Raw("\">").Text(text).Raw("</p>\n");
        }
    }
}
