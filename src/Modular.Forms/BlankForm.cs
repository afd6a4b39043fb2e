using System.Text.Encodings.Web;
using Modular.Contracts.Answers;

namespace Modular.Forms;

/// <summary>A form as it is opened for something new. Everybody is given the same on that day: it is read once and written once.</summary>
/// <param name="Start">What it begins with: today's date, the only station.</param>
internal sealed record BlankForm(AnswerSet Start, DateOnly Today, FormReading Reading)
{
    private Written? _written;

    public string Html(HtmlEncoder encoder)
    {
        if (_written is not { } written || !ReferenceEquals(written.Encoder, encoder))
        {
            using var writer = new StringWriter();
            Reading.Plan.Skeleton(encoder).WriteTo(writer, Reading);
            _written = written = new Written(encoder, writer.ToString());
        }

        return written.Html;
    }

    private sealed record Written(HtmlEncoder Encoder, string Html);
}
