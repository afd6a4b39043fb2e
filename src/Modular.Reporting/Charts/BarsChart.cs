using Modular.Contracts.Reports;
using Modular.Contracts.Wording;
using Modular.Reporting.Documents;
using Modular.Reporting.Formats;
using Modular.Reporting.Tables;
using Modular.Statistics.Figures;

namespace Modular.Reporting.Charts;

/// <summary>One bar a row, its label above it so that a telephone shows it too.</summary>
internal sealed class BarsChart : Chart
{
    private const int Step = 42;
    private const int Room = Svg.Width - 110;

    public override ChartKind Kind => ChartKind.Bars;

    public override HtmlWriter Draw(Figure figure, string name, ReportDocument document)
    {
        var rows = figure.Rows.Where(row => row.Value.Now.Suppressed || row.Value.Now.Value > 0).ToList();
        var scale = Scale(rows.Select(row => row.Value.Now), Room);
        var description = "Barres horizontales, une par ligne du tableau qui suit.";
        return Svg.Draw(name, figure.Label, description, Math.Max(rows.Count * Step, Step), svg =>
        {
            if (rows.Count == 0)
            {
                svg.Text(0, 16, "Rien à montrer pour cette période.");
            }

            for (var index = 0; index < rows.Count; index++)
            {
                var (row, top) = (rows[index], index * Step);
                svg.Text(0, top + 14, Short(FrenchLetters.Capital(row.Labels[0]), 60));
                if (row.Value.Now.Value is not { } value)
                {
                    svg.Text(0, top + 32, CellText.Hidden);
                    continue;
                }

                svg.Bar(0, top + 20, value * scale, 15, Svg.First);
                var share = row.Share.Value is null ? "" : $" ({CellText.Percent(row.Share)})";
                svg.Text((value * scale) + 6, top + 32, CellText.Value(figure, row.Value.Now) + share, strong: true);
            }
        });
    }
}
