using Modular.Contracts.Reports;
using Modular.Contracts.Wording;
using Modular.Reporting.Documents;
using Modular.Reporting.Formats;
using Modular.Statistics.Figures;
using Modular.Statistics.Labels;

namespace Modular.Reporting.Tables;

/// <summary>A figure as a table: its rows, their shares, the period compared with, and what the reader must know of it.</summary>
internal static class FigureTables
{
    public static HtmlWriter Of(Figure figure, ReportDocument document)
    {
        var html = new HtmlWriter();
        if (!figure.IsBrokenDown)
        {
            return html.Open("p").Text(figure.Label + "\u202F: ").Element("strong", CellText.Value(figure, figure.Value.Now)).Close("p");
        }

        html.Open("div", ("class", "scroll")).Open("table", ("class", "table"));
        html.Element("caption", $"{figure.Label} ({document.Period.Name})");
        if (figure.Declared.By.Count == 1)
        {
            Single(html, figure, document);
        }
        else
        {
            Crossed(html, figure);
        }

        html.Close("table").Close("div");
        Notes(html, figure);
        return html;
    }

    private static void Single(HtmlWriter html, Figure figure, ReportDocument document)
    {
        var shares = figure.Declared.Kind == FigureKind.Count;
        var columns = new List<(string Heading, Func<ComparedCell, Cell, string> Text)> { (Heading(figure), (value, _) => CellText.Value(figure, value.Now)) };
        if (shares)
        {
            columns.Add(("Part", (_, share) => CellText.Percent(share)));
        }

        if (document.ComparedWith is { } compared)
        {
            columns.Add((FrenchLetters.Capital(compared.Name), (value, _) => value.Before is { } before ? CellText.Value(figure, before) : CellText.NoData));
            columns.Add(("Évolution", (value, _) => CellText.Change(figure, value.Change)));
        }

        html.Open("thead").Open("tr").Element("th", figure.Headings[0], ("scope", "col"));
        foreach (var (heading, _) in columns)
        {
            html.Element("th", heading, ("scope", "col"), ("class", "number"));
        }

        html.Close("tr").Close("thead").Open("tbody");
        foreach (var row in Shown(figure))
        {
            Row(html, FrenchLetters.Capital(row.Labels[0]), columns, row.Value, row.Share);
        }

        html.Close("tbody");
        if (shares)
        {
            html.Open("tfoot");
            var everybody = figure.Overlaps ? $"Ensemble ({Words.Of("unit", figure.Unit)})" : "Total";
            Row(html, everybody, columns, figure.Value, figure.Value.Now.Suppressed ? Cell.Hidden : figure.Value.Now.Value == 0 ? Cell.None : Cell.Of(100));
            html.Close("tfoot");
        }
    }

    private static void Row(
        HtmlWriter html, string label, List<(string Heading, Func<ComparedCell, Cell, string> Text)> columns, ComparedCell value, Cell share)
    {
        html.Open("tr").Element("th", label, ("scope", "row"));
        foreach (var (heading, text) in columns)
        {
            html.Element("td", text(value, share), ("class", "number"), ("data-label", heading));
        }

        html.Close("tr");
    }

    private static void Crossed(HtmlWriter html, Figure figure)
    {
        var lines = Shown(figure).GroupBy(row => row.Keys[0]).ToList();
        var columns = figure.Rows
            .GroupBy(row => row.Keys[1])
            .Where(column => column.Any(row => !IsEmpty(row)) || !SiteLabels.IsNotKnown(column.Key))
            .Select(column => (column.Key, Label: FrenchLetters.Capital(column.First().Labels[1])))
            .ToList();
        html.Open("thead").Open("tr").Element("th", $"{figure.Headings[0]} / {figure.Headings[1]}", ("scope", "col"));
        foreach (var (_, label) in columns)
        {
            html.Element("th", label, ("scope", "col"), ("class", "number"));
        }

        html.Close("tr").Close("thead").Open("tbody");
        foreach (var line in lines)
        {
            html.Open("tr").Element("th", FrenchLetters.Capital(line.First().Labels[0]), ("scope", "row"));
            foreach (var (key, label) in columns)
            {
                var cell = figure.Rows.First(row => row.Keys[0] == line.Key && row.Keys[1] == key).Value.Now;
                html.Element("td", CellText.Value(figure, cell), ("class", "number"), ("data-label", label));
            }

            html.Close("tr");
        }

        html.Close("tbody");
    }

    /// <summary>What a table leaves out it names: hidden cells, answers that are not there, codes that nobody needed.</summary>
    private static void Notes(HtmlWriter html, Figure figure)
    {
        var notes = new List<string>();
        if (figure.HiddenCells > 0)
        {
            notes.Add($"{Counted.InFrench(figure.HiddenCells, "case masquée", "cases masquées")} (secret statistique).");
        }

        if (figure.NotKnown.Suppressed || figure.NotKnown.Value > 0)
        {
            notes.Add($"Sans réponse connue\u202F: {CellText.Number(figure.NotKnown)}.");
        }

        if (figure.Overlaps)
        {
            notes.Add("Plusieurs réponses possibles\u202F: le total des parts peut dépasser 100\u202F%.");
        }

        if (figure.Declared.By.Count == 1 && figure.Rows.Where(IsEmpty).Select(row => row.Labels[0]).ToList() is { Count: > 0 } empty)
        {
            notes.Add($"Aucun cas\u202F: {string.Join(", ", empty)}.");
        }

        if (notes.Count > 0)
        {
            html.Element("p", string.Join(' ', notes), ("class", "quiet"));
        }
    }

    /// <summary>Rows with something in them, now or in the period compared with; a line of a crossed table when one of its cells has.</summary>
    private static IEnumerable<FigureRow> Shown(Figure figure)
    {
        var filled = figure.Rows.Where(row => !IsEmpty(row)).Select(row => row.Keys[0]).ToHashSet();
        return figure.Rows.Where(row => filled.Contains(row.Keys[0]));
    }

    private static bool IsEmpty(FigureRow row) => IsZero(row.Value.Now) && (row.Value.Before is not { } before || IsZero(before));

    private static bool IsZero(Cell cell) => !cell.Suppressed && cell.Value is null or 0;

    private static string Heading(Figure figure) => Words.Find("column", figure.Unit) ?? Words.Of("column", "count");
}
