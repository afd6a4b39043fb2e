using System.Text;
using System.Text.Encodings.Web;

namespace Modular.Forms.Html;

/// <summary>A part of a form's HTML.</summary>
internal delegate void HtmlPart(TextWriter writer, FormReading reading);

/// <summary>Collects the parts of a form's HTML: tags as they are, everything else encoded, what is fixed in as few parts as it can be.</summary>
internal sealed class HtmlBuilder(HtmlEncoder encoder)
{
    private readonly List<HtmlPart> _pieces = [];
    private readonly StringBuilder _fixed = new();

    public HtmlEncoder Encoder => encoder;

    /// <summary>Markup of ours; never anything that was typed or read from a file.</summary>
    public HtmlBuilder Raw(string markup)
    {
        _fixed.Append(markup);
        return this;
    }

    public HtmlBuilder Text(string text) => Raw(encoder.Encode(text));

    public HtmlBuilder Paragraph(string name, string? text) => text is null ? this : Raw("<p class=\"").Raw(name).Raw("\">").Text(text).Raw("</p>\n");

    /// <summary>Markup that is there only in some readings.</summary>
    public HtmlBuilder When(Func<FormReading, bool> holds, string markup, string otherwise = "") =>
        Open((writer, reading) => writer.Write(holds(reading) ? markup : otherwise));

    /// <summary>What was typed, or what follows from it.</summary>
    public HtmlBuilder Text(Func<FormReading, string> text) => Open((writer, reading) => encoder.Encode(writer, text(reading)));

    public HtmlBuilder Open(HtmlPart piece)
    {
        Close();
        _pieces.Add(piece);
        return this;
    }

    public HtmlPart[] Done()
    {
        Close();
        return [.. _pieces];
    }

    private void Close()
    {
        if (_fixed.Length > 0)
        {
            var text = _fixed.ToString();
            _fixed.Clear();
            _pieces.Add((writer, _) => writer.Write(text));
        }
    }
}
