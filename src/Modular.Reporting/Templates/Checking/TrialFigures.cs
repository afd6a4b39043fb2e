using Modular.Contracts.Reports;
using Modular.Reporting.Documents;
using Modular.Sites;
using Modular.Statistics.Facts;
using Modular.Statistics.Figures;
using Modular.Statistics.Periods;

namespace Modular.Reporting.Templates.Checking;

/// <summary>Reports made of what a site declares and of invented numbers, so that what would fail on some figures fails before there are any.</summary>
internal static class TrialFigures
{
    /// <summary>What a name may hold at worst.</summary>
    private const string Label = "<i>L’été & \"l'hiver\"</i>";

    private static readonly (Sentence Case, Cell Now, Cell Before, Cell Change)[] Cases =
    [
        (new("all numbers are zero", "tous les nombres sont à zéro"), Cell.Of(0), Cell.Of(0), Cell.None),
        (new("all numbers are hidden", "tous les nombres sont masqués"), Cell.Hidden, Cell.Hidden, Cell.Hidden),
        (new("all numbers are missing", "tous les nombres manquent"), Cell.None, Cell.None, Cell.None),
        (new("numbers are large and rising", "les nombres sont grands et en hausse"), Cell.Of(1_234_567), Cell.Of(12), Cell.Of(10_287_958.3m)),
        (new("numbers are falling", "les nombres sont en baisse"), Cell.Of(5.5m), Cell.Of(50), Cell.Of(-89.0m)),
        (new("numbers stay the same", "les nombres sont stables"), Cell.Of(7), Cell.Of(7), Cell.Of(0)),
    ];

    /// <summary>On the worst labels, then on the figures' own.</summary>
    public static async Task<IReadOnlyList<(Sentence Case, bool HasOwnLabels, ReportDocument Document)>> OfAsync(LoadedSite site, ReportDefinition report)
    {
        var period = ReportPeriod.Containing(report.Period, new DateOnly(2024, 6, 12));
        var question = new FigureQuestion(ReportService.Words(site), period, period.Compared(report.ComparedWith), report.Figures, []);
        var figures = await new FigureEngine(new NoFacts(), [], []).ComputeAsync(question);
        return
        [
            .. from own in new[] { false, true }
               from one in Cases
               let shown = figures.Select(figure => With(figure, own, one.Now, one.Before, one.Change))
               select (one.Case, own, new ReportDocument(site, report, period, new(2025, 1, 15, 7, 0, 0, TimeSpan.Zero), [.. shown])),
        ];
    }

    private static Figure With(Figure figure, bool ownLabels, Cell now, Cell before, Cell change)
    {
        var value = new ComparedCell(now, figure.Value.Before is null ? null : before, figure.Value.Before is null ? null : change);
        var dimensions = figure.Declared.By.Count;
        IReadOnlyList<FigureRow> rows = dimensions > 0 && figure.Rows.Count == 0
            ? [new FigureRow([.. Enumerable.Repeat("autre", dimensions)], [.. Enumerable.Repeat(Label, dimensions)], value, now)]
            : figure.Rows;
        return figure with
        {
            Label = ownLabels ? figure.Label : Label,
            Definition = ownLabels ? figure.Definition : Label,
            NotKnown = now,
            Value = value,
            Rows = [.. rows.Select(row => row with { Labels = ownLabels ? row.Labels : [.. row.Labels.Select(_ => Label)], Value = value, Share = now })],
        };
    }

    private sealed class NoFacts : IFactReader
    {
        public Task<FactTable> ReadAsync(
            string site, IReadOnlyCollection<string> units, DateOnly from, DateOnly to, CancellationToken cancellation = default) =>
                Task.FromResult(new FactTable());
    }
}
