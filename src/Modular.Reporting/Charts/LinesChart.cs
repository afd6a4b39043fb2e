using Modular.Contracts.Reports;
using Modular.Contracts.Wording;
using Modular.Reporting.Documents;
using Modular.Reporting.Formats;
using Modular.Reporting.Tables;
using Modular.Statistics.Figures;

namespace Modular.Reporting.Charts;

/// <summary>This period, drawn whole, against the one it is compared with, drawn dashed. A hidden point breaks the line.</summary>
internal sealed class LinesChart : Chart
{
    private const int Height = 250;
    private const int Top = 40;
    private const int Bottom = Height - 30;
    private const int Left = 44;

    public override ChartKind Kind => ChartKind.Lines;

    public override HtmlWriter Draw(Figure figure, string name, ReportDocument document)
    {
        var rows = figure.Rows.Where(row => !row.IsNotKnown).ToList();
        var before = document.ComparedWith is null ? [] : rows.Select(row => row.Value.Before ?? Cell.None).ToList();
        var now = rows.Select(row => row.Value.Now).ToList();
        var scale = Scale(now.Concat(before).Append(Cell.Of(0)), Bottom - Top);
        var step = rows.Count < 2 ? 0 : (Svg.Width - Left - 20) / (rows.Count - 1m);
        var description = "Une ligne pleine pour la période, une ligne en tirets pour celle à laquelle elle est comparée. "
            + "Les nombres sont ceux du tableau qui suit.";
        return Svg.Draw(name, figure.Label, description, Height, svg =>
        {
            svg.Line(Left, 12, Left + 30, 12, Svg.First, 2.5m);
            svg.Text(Left + 36, 16, FrenchLetters.Capital(document.Period.Name), strong: true);
            if (document.ComparedWith is { } compared)
            {
                svg.Line(Left + 220, 12, Left + 250, 12, Svg.Second, 2.5m, "6 4");
                svg.Text(Left + 256, 16, FrenchLetters.Capital(compared.Name));
            }

            svg.Line(Left, Bottom, Svg.Width, Bottom);
            if (now.Concat(before).Max(cell => cell.Value) is { } greatest and > 0)
            {
                svg.Text(Left - 6, Bottom - (greatest * scale) + 5, CellText.Number(Cell.Of(greatest)), "end");
            }

            svg.Text(Left - 6, Bottom + 5, "0", "end");
            for (var index = 0; index < rows.Count; index += Math.Max(1, rows.Count / 6))
            {
                svg.Text(Left + (index * step), Bottom + 20, Short(rows[index].Labels[0], 9), "middle");
            }

            Trace(svg, before, Svg.Second, "6 4");
            Trace(svg, now, Svg.First, null);
        });

        void Trace(Svg svg, List<Cell> cells, string colour, string? dashes)
        {
            for (var index = 0; index < cells.Count; index++)
            {
                if (cells[index].Value is not { } value)
                {
                    continue;
                }

                svg.Dot(Left + (index * step), Bottom - (value * scale), colour);
                if (index > 0 && cells[index - 1].Value is { } last)
                {
                    svg.Line(Left + ((index - 1) * step), Bottom - (last * scale), Left + (index * step), Bottom - (value * scale), colour, 2.5m, dashes);
                }
            }
        }
    }
}
