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
        html.Append(Chart.Of(figure.Declared).Draw(figure, name, document));
        html.Open("details", ("open", "open")).Element("summary", "Tableau des chiffres").Append(table).Close("details");
        return html.Close("figure");
    }
}
