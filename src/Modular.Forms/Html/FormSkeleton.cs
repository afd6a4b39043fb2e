using System.Text.Encodings.Web;

namespace Modular.Forms.Html;

/// <summary>A form's HTML with what is fixed encoded already, and open where it depends on what was typed.</summary>
internal sealed class FormSkeleton
{
    private readonly IReadOnlyList<HtmlPart> _pieces;

    public FormSkeleton(FormPlan plan, HtmlEncoder encoder)
    {
        Encoder = encoder;
        var html = new HtmlBuilder(encoder);
        foreach (var (section, fields) in plan.Sections)
        {
            html.Raw("<section class=\"section\" id=\"section-").Text(section.Id).Raw("\" data-section=\"").Text(section.Id).Raw("\"")
                .When(reading => reading.Hidden.Contains("#" + section.Id), " hidden")
                .Raw(">\n<h2>").Text(section.Title).Raw("</h2>\n").Paragraph("hint", section.Hint);
            foreach (var planned in fields)
            {
                FieldHtml.Write(html, plan, planned, planned.Field.Id);
            }

            html.Raw("</section>\n");
        }

        _pieces = html.Done();
    }

    public HtmlEncoder Encoder { get; }

    public void WriteTo(TextWriter writer, FormReading reading)
    {
        foreach (var piece in _pieces)
        {
            piece(writer, reading);
        }
    }
}
