using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Modular.Contracts.Wording;
using Modular.Reporting.Documents;
using Modular.Reporting.Tables;

namespace Modular.Reporting.Formats;

/// <summary>The figures as a workbook: one sheet says what this is, the other holds the lines. The same figures give the same bytes.</summary>
internal sealed class XlsxReport : ReportFormat
{
    /// <summary>The earliest day that a ZIP archive can tell.</summary>
    private static readonly DateTimeOffset NoDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const string MainPart = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /// <summary>In characters, as wide as the column’s usual text.</summary>
    private static readonly double[] Widths = [14, 12, 10, 22, 44, 12, 22, 34, 14, 24, 10, 10, 10, 10, 12, 12, 80];

    public override string Extension => "xlsx";

    public override string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public override bool IsText => false;

    public override string? Offer => "pour Excel (XLSX)";

    internal override byte[] Write(ReportDocument report)
    {
        using var file = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            // Every identifier is given: those that the library makes up differ each time.
            var workbook = book.AddNewPart<WorkbookPart>(MainPart, "workbook");
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
            workbook.AddNewPart<WorksheetPart>("about").Worksheet = About(report);
            workbook.AddNewPart<WorksheetPart>("figures").Worksheet = Figures(report);
            workbook.Workbook = new Workbook(new Sheets(
                new Sheet { Id = "about", SheetId = 1, Name = "Bilan" },
                new Sheet { Id = "figures", SheetId = 2, Name = "Chiffres" }));
        }

        return Undated(file);
    }

    private static Worksheet About(ReportDocument report)
    {
        var read = FrenchTime.Day(DateOnly.FromDateTime(report.GeneratedAt.DateTime));
        var rows = new SheetData(
            Row([(Text(report.Title), true)]),
            Row([(Text(report.Site.Definition.Employer.Name), false)]),
            Row([(Text($"Du {FrenchTime.Day(report.Period.From)} au {FrenchTime.Day(report.Period.To)}."), false)]),
            Row([(Text($"Données lues le {read}, règles du site en version {report.Site.Definition.Version}."), false)]),
            Row([(Text($"« {CellText.Hidden} »\u202F: moins de {Math.Max(5, report.Site.Definition.Limits.SmallestCell)}, ou de quoi le retrouver."), false)]));
        if (report.Unfinished is { } unfinished)
        {
            rows.Append(Row([(Text($"Période en cours. {unfinished}"), true)]));
        }

        return new Worksheet(new Columns(Column(1, 90)), rows);
    }

    private static Worksheet Figures(ReportDocument report)
    {
        var rows = new SheetData(Row([.. ReportLines.Header.Select(heading => (Text(heading), true))]));
        foreach (var line in ReportLines.Of(report))
        {
            rows.Append(Row([.. line.Select(cell => (cell.Number is { } number ? Number(number) : Text(cell.Text), false))]));
        }

        var headingStays = new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
        var view = new SheetView(headingStays) { WorkbookViewId = 0 };
        return new Worksheet(new SheetViews(view), new Columns(Widths.Select((width, index) => Column(index + 1, width))), rows);
    }

    private static Column Column(int number, double width) => new() { Min = (uint)number, Max = (uint)number, Width = width, CustomWidth = true };

    private static Row Row(IEnumerable<(Cell Cell, bool IsBold)> cells)
    {
        var row = new Row();
        foreach (var (cell, isBold) in cells)
        {
            cell.StyleIndex = isBold ? 1u : 0u;
            row.Append(cell);
        }

        return row;
    }

    private static Cell Number(decimal number) =>
        new() { DataType = CellValues.Number, CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)) };

    private static Cell Text(string text)
    {
        var kept = new Text(text) { Space = SpaceProcessingModeValues.Preserve };
        return new() { DataType = CellValues.InlineString, InlineString = new InlineString(kept) };
    }

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true }));

    private static byte[] Undated(MemoryStream file)
    {
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in archive.Entries)
            {
                entry.LastWriteTime = NoDate;
            }
        }

        return file.ToArray();
    }
}
