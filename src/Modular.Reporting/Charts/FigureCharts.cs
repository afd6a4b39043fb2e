using Modular.Contracts.Reports;
using Modular.Reporting.Documents;
using Modular.Reporting.Formats;
using Modular.Reporting.Tables;
using Modular.Statistics.Figures;

namespace Modular.Reporting.Charts;

/// <summary>A figure as a chart, always with its table: what the chart shows, the table says, hidden cells included.</summary>
internal static class FigureCharts
{
    /// <param name="number">Of this drawing in its report: no two have the same names.</param>
    public static HtmlWriter Of(Figure figure, ReportDocument document, int number)
    {
        var html = new HtmlWriter();
        var table = FigureTables.Of(figure, document);
        if (!figure.IsBrokenDown)
        {
            return table;
        }

        html.Open("figure", ("class", "chart"));
        var name = $"graphique-{number}";
        html.Append(figure.Declared switch
        {
            { By.Count: 2 } => PyramidChart.Draw(figure, name),
            { Chart: ChartKind.Lines } => LinesChart.Draw(figure, name, document),
            _ => BarsChart.Draw(figure, name),
        });
        html.Open("details", ("open", "open")).Element("summary", "Tableau des chiffres").Append(table).Close("details");
        return html.Close("figure");
    }

    /// <summary>The length of one unit, so that the longest published bar fills the room; what is hidden has no part in it.</summary>
    public static decimal Scale(IEnumerable<Cell> cells, decimal room) =>
        cells.Max(cell => cell.Value) is { } greatest and > 0 ? room / greatest : 0;

    public static string Short(string label, int most) => label.Length <= most ? label : string.Concat(label.AsSpan(0, most - 1).TrimEnd(), "…");
}
