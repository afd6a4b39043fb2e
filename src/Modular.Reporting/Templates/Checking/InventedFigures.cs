using Modular.Contracts.Reports;
using Modular.Reporting.Documents;
using Modular.Sites;
using Modular.Statistics.Facts;
using Modular.Statistics.Figures;
using Modular.Statistics.Periods;

namespace Modular.Reporting.Templates.Checking;

/// <param name="HasOwnLabels">Names are the site's own, not the worst that there may be.</param>
internal sealed record InventedReport(InventedNumbers Numbers, bool HasOwnLabels, ReportDocument Document);

/// <summary>Reports made of what a site declares and of invented numbers, so that what would fail on some figures fails before there are any.</summary>
internal static class InventedFigures
{
    /// <summary>What a name may hold at worst.</summary>
    private const string Label = "<i>L’été & \"l'hiver\"</i>";

    /// <summary>On the worst labels, then on the figures' own.</summary>
    /// <param name="met">The numbers that the template itself holds.</param>
    public static async Task<IReadOnlyList<InventedReport>> OfAsync(LoadedSite site, ReportDefinition report, IReadOnlyList<decimal> met)
    {
        var period = ReportPeriod.Containing(report.Period, new DateOnly(2024, 6, 12));
        var question = new FigureQuestion(ReportService.Words(site), period, period.Compared(report.ComparedWith), report.Figures, []);
        var figures = await new FigureEngine(new NoFacts(), [], []).ComputeAsync(question);
        return
        [
            .. from own in new[] { false, true }
               from one in own
                   ? InventedNumbers.Alike.Concat(InventedNumbers.Different(figures.Count)).Concat(InventedNumbers.Around(met))
                   : InventedNumbers.Alike
               let shown = figures.Select((figure, at) => With(figure, own, row => one.Of(Place(one, figures, at, row), row)))
               select new InventedReport(one, own, new(site, report, period, new(2025, 1, 15, 7, 0, 0, TimeSpan.Zero), [.. shown])),
        ];
    }

    /// <summary>A share is hidden where its part or its whole is, and only there: of two places that follow each other one is hidden where some are.</summary>
    private static int Place(InventedNumbers numbers, IReadOnlyList<Figure> figures, int at, int row)
    {
        var declared = figures[at].Declared;
        var isHidden = figures.Index().Any(of => (of.Item.Name == declared.Subject || of.Item.Name == declared.Of) && IsHidden(of.Index));
        return declared.Kind is not FigureKind.Share || IsHidden(at) == isHidden ? at : at + 1;

        bool IsHidden(int figure) => numbers.Of(figure, figures[figure].IsBrokenDown ? row : 0).Now.Suppressed;
    }

    private static Figure With(Figure figure, bool ownLabels, Func<int, ComparedCell> numbers)
    {
        var dimensions = figure.Declared.By.Count;
        IReadOnlyList<FigureRow> rows = dimensions > 0 && figure.Rows.Count == 0
            ? [new FigureRow([.. Enumerable.Repeat("autre", dimensions)], [.. Enumerable.Repeat(Label, dimensions)], figure.Value, Cell.None)]
            : figure.Rows;
        return figure with
        {
            Label = ownLabels ? figure.Label : Label,
            Definition = ownLabels ? figure.Definition : Label,
            NotKnown = numbers(0).Now,
            Value = Value(0),
            Rows =
            [
                .. rows.Select((row, at) => row with
                {
                    Labels = ownLabels ? row.Labels : [.. row.Labels.Select(_ => Label)],
                    Value = Value(at + 1),
                    Share = numbers(at + 1).Now,
                }),
            ],
        };

        ComparedCell Value(int row) => figure.Value.Before is null ? new(numbers(row).Now) : numbers(row);
    }

    private sealed class NoFacts : IFactReader
    {
        public Task<FactTable> ReadAsync(
            string site, IReadOnlyCollection<string> units, DateOnly from, DateOnly to, CancellationToken cancellation = default) =>
                Task.FromResult(new FactTable());
    }
}
