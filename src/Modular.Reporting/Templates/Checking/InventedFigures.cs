using Modular.Contracts.Answers;
using Modular.Contracts.Reports;
using Modular.Reporting.Documents;
using Modular.Sites;
using Modular.Statistics.Facts;
using Modular.Statistics.Figures;
using Modular.Statistics.Labels;
using Modular.Statistics.Periods;

namespace Modular.Reporting.Templates.Checking;

/// <param name="HasOwnLabels">Names are the site's own, not the worst that there may be.</param>
internal sealed record InventedReport(InventedNumbers Numbers, bool HasOwnLabels, ReportDocument Document);

/// <summary>Reports made of what a site declares and of invented numbers, so that what would fail on some figures fails before there are any.</summary>
internal static class InventedFigures
{
    /// <summary>What a name may hold at worst.</summary>
    private const string Label = "<i>L’été & \"l'hiver\"</i>";

    /// <summary>A code that no list of the site has.</summary>
    private const string FormerCode = "autrefois";

    private static readonly DateOnly Day = new(2024, 6, 12);

    /// <summary>What is right for the years at hand only is found before those after them come.</summary>
    private static readonly DateOnly LaterDay = new(2037, 6, 12);

    /// <summary>On the worst labels and all the rows that there may be, then on the figures' own.</summary>
    /// <param name="met">The numbers that the template itself holds.</param>
    /// <param name="rowsDiffer">The template may choose rows by their numbers.</param>
    public static async Task<IReadOnlyList<InventedReport>> OfAsync(LoadedSite site, ReportDefinition report, IReadOnlyList<decimal> met, bool rowsDiffer)
    {
        var now = await OfAsync(site, report, Day);
        var later = await OfAsync(site, report, LaterDay);
        var own = InventedNumbers.Alike
            .Concat(InventedNumbers.Different(report.Figures.Count))
            .Concat(InventedNumbers.Around(met))
            .Concat(rowsDiffer ? InventedNumbers.OneRow(met) : []);
        return
        [
            .. InventedNumbers.Alike.Select(one => later.Report(one, hasOwnLabels: false, hasAllRows: true)),
            .. own.Select(one => now.Report(one, hasOwnLabels: true, hasAllRows: false)),
            now.Report(InventedNumbers.MoreRows, hasOwnLabels: true, hasAllRows: true),
        ];
    }

    private static async Task<Period> OfAsync(LoadedSite site, ReportDefinition report, DateOnly day)
    {
        var (words, period) = (ReportService.Words(site), ReportPeriod.Containing(report.Period, day));
        var question = new FigureQuestion(words, period, period.Compared(report.ComparedWith), report.Figures, []);
        return new(site, report, words, period, await new FigureEngine(new NoFacts(), [], []).ComputeAsync(question));
    }

    /// <summary>A share is hidden where its part or its whole is, and only there: of two places that follow each other one is hidden where some are.</summary>
    private static int Place(InventedNumbers numbers, IReadOnlyList<Figure> figures, int at, int row)
    {
        var declared = figures[at].Declared;
        var isHidden = figures.Index().Any(of => (of.Item.Name == declared.Subject || of.Item.Name == declared.Of) && IsHidden(of.Index));
        return declared.Kind is not FigureKind.Share || IsHidden(at) == isHidden ? at : at + 1;

        bool IsHidden(int figure) => numbers.Of(figure, figures[figure].IsBrokenDown ? row : 0).Now.Suppressed;
    }

    private static Figure With(Figure figure, IReadOnlyList<FigureRow> rows, bool ownLabels, Func<int, ComparedCell> numbers)
    {
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

    /// <summary>The site's codes, and those that only facts bring: one that was answered in another time, and that nothing is known.</summary>
    private static IReadOnlyList<FigureRow> AllRows(Figure figure, SiteLabels words)
    {
        IEnumerable<string[]> keys = [[]];
        for (var at = 0; at < figure.Declared.By.Count; at++)
        {
            string[] codes = [.. figure.Rows.Select(row => row.Keys[at]).Distinct(), FormerCode, NotGivenNames.All[0]];
            keys = keys.SelectMany(_ => codes, (key, code) => key.Append(code).ToArray());
        }

        return figure.IsBrokenDown
            ? [.. keys.Select(key => new FigureRow(key, [.. figure.Declared.By.Zip(key, words.Code)], figure.Value, Cell.None))]
            : figure.Rows;
    }

    private sealed record Period(LoadedSite Site, ReportDefinition Declared, SiteLabels Words, ReportPeriod Of, IReadOnlyList<Figure> Figures)
    {
        public InventedReport Report(InventedNumbers numbers, bool hasOwnLabels, bool hasAllRows)
        {
            var shown = Figures.Select((figure, at) =>
            {
                var rows = hasAllRows || (figure.IsBrokenDown && figure.Rows.Count == 0) ? AllRows(figure, Words) : figure.Rows;
                return With(figure, rows, hasOwnLabels, row => numbers.Of(Place(numbers, Figures, at, row), row));
            });
            return new(numbers, hasOwnLabels, new(Site, Declared, Of, new(2025, 1, 15, 7, 0, 0, TimeSpan.Zero), [.. shown]));
        }
    }

    private sealed class NoFacts : IFactReader
    {
        public Task<FactTable> ReadAsync(
            string site, IReadOnlyCollection<string> units, DateOnly from, DateOnly to, CancellationToken cancellation = default) =>
                Task.FromResult(new FactTable(new()));
    }
}
