using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;

namespace Modular.Forms.Html;

/// <summary>The rows of a group: as many as were typed, each made once.</summary>
internal sealed class RowsHtml(FormPlan plan, FieldPlan group, string path, HtmlEncoder encoder)
{
    /// <summary>No form has more: what is posted beyond it is written without being kept.</summary>
    private const int MostKept = 100;

    private readonly ConcurrentDictionary<int, Row> _rows = new();
    private readonly string _add = Button("add:" + encoder.Encode(path), "Ajouter une ligne");

    public void Write(HtmlBuilder html) => html.Open((writer, reading) =>
    {
        // One empty row is ready: nobody has to ask for the first one.
        var rows = reading.Typed.RowsOf(path) is { Count: > 0 } typed ? typed : [0];
        foreach (var index in rows)
        {
            var row = index < MostKept ? _rows.GetOrAdd(index, Made) : Made(index);
            foreach (var piece in row.HtmlBuilder)
            {
                piece(writer, reading);
            }

            writer.Write(rows.Count > 1 ? row.Remove : "");
            writer.Write("</fieldset>\n");
        }

        writer.Write(rows.Count < group.Field.MaxRows ? _add : "");
    });

    private Row Made(int index)
    {
        var prefix = TypedAnswers.Row(path, index);
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        var html = new HtmlBuilder(encoder);
        html.Raw("<fieldset class=\"row\" id=\"").Text(prefix).Raw("\" tabindex=\"-1\"><legend>")
            .Text($"{group.Field.Label}, ligne {number}").Raw("</legend>\n");
        foreach (var part in group.Parts)
        {
            FieldHtml.Write(html, plan, part, $"{prefix}.{part.Field.Id}");
        }

        return new Row(html.Done(), Button("remove:" + encoder.Encode(prefix), $"Retirer la ligne {number}"));
    }

    private static string Button(string action, string says) =>
        $"<button class=\"button-secondary\" name=\"_action\" value=\"{action}\" formnovalidate>{says}</button>\n";

    private sealed record Row(HtmlPart[] HtmlBuilder, string Remove);
}
