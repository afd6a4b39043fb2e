using Modular.Contracts.Reports;
using Modular.Statistics;

namespace Modular.Reporting;

/// <summary>A figure as a chart, always with its table: what the chart shows, the table says, hidden cells included.</summary>
internal static class Charts
{
    public static HtmlWriter Of(Figure figure, ReportDocument document)
    {
        var html = new HtmlWriter();
        var table = FigureTables.Of(figure, document);
        if (!figure.IsBrokenDown)
        {
            return table;
        }

        html.Open("figure", ("class", "chart"));
        html.Append(figure.Declared switch
        {
            { By.Count: 2 } => PyramidChart.Draw(figure),
            { Chart: ChartKind.Lines } => LinesChart.Draw(figure, document),
            _ => BarsChart.Draw(figure),
        });
        html.Open("details", ("open", "open")).Element("summary", "Tableau des chiffres").Append(table).Close("details");
        return html.Close("figure");
    }

    public static string Id(Figure figure) => "graphique-" + figure.Name.Replace('_', '-');

    /// <summary>The length of one unit, so that the longest published bar fills the room; what is hidden has no part in it.</summary>
    public static decimal Scale(IEnumerable<Cell> cells, decimal room) =>
        cells.Max(cell => cell.Value) is { } greatest and > 0 ? room / greatest : 0;

    public static string Short(string label, int most) => label.Length <= most ? label : string.Concat(label.AsSpan(0, most - 1).TrimEnd(), "…");
}
