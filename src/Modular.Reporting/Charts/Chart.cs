using Modular.Contracts.Reports;
using Modular.Reporting.Documents;
using Modular.Reporting.Formats;
using Modular.Statistics.Figures;

namespace Modular.Reporting.Charts;

/// <summary>A way to draw a figure that is broken down. A chart is one class of this folder; nothing else knows it by name.</summary>
internal abstract class Chart
{
    private static readonly Dictionary<ChartKind, Chart> ByKind = typeof(Chart).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Chart)))
        .Select(type => (Chart)Activator.CreateInstance(type)!)
        .ToDictionary(chart => chart.Kind);

    public abstract ChartKind Kind { get; }

    /// <summary>The one that a figure names; otherwise, the one that shows as many dimensions.</summary>
    public static Chart Of(FigureDefinition figure) => ByKind[figure.Chart ?? (figure.By.Count == 2 ? ChartKind.Pyramid : ChartKind.Bars)];

    /// <param name="name">What its parts are named after.</param>
    public abstract HtmlWriter Draw(Figure figure, string name, ReportDocument document);

    /// <summary>The length of one unit, so that the longest published bar fills the room; what is hidden has no part in it.</summary>
    protected static decimal Scale(IEnumerable<Cell> cells, decimal room) =>
        cells.Max(cell => cell.Value) is { } greatest and > 0 ? room / greatest : 0;

    protected static string Short(string label, int most) => label.Length <= most ? label : string.Concat(label.AsSpan(0, most - 1).TrimEnd(), "…");
}
