using System.IO.Compression;

namespace Modular.Intake.Tests.Exchange;

/// <summary>A spreadsheet file written by hand, down to what no spreadsheet would write.</summary>
internal static class SmallXlsx
{
    /// <param name="rows">XML of the rows; style 1 is a day.</param>
    /// <param name="texts">What cells name by rank.</param>
    /// <param name="hidden">Rows of a sheet before it that is not shown.</param>
    public static void Write(string file, string rows, IEnumerable<string>? texts = null, string? hidden = null) =>
        Write(file, writer => writer.Write(rows), writer =>
        {
            foreach (var text in texts ?? [])
            {
                writer.Write($"<si><t>{text}</t></si>");
            }
        }, hidden);

    public static void Write(string file, Action<TextWriter> rows, Action<TextWriter>? texts = null, string? hidden = null, string dtd = "")
    {
        const string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using var zip = ZipFile.Open(file, ZipArchiveMode.Create);
        Part(zip, "_rels/.rels", $"""<R><Relationship Id="a" Type="{types}/officeDocument" Target="xl/workbook.xml"/></R>""");
        Part(zip, "xl/workbook.xml", $"""
            <workbook xmlns:r="{types}"><sheets>
              {(hidden is null ? "" : """<sheet name="2023" state="hidden" r:id="old"/>""")}<sheet name="2024" r:id="new"/>
            </sheets></workbook>
            """);
        Part(zip, "xl/_rels/workbook.xml.rels", $"""
            <R><Relationship Id="old" Type="{types}/worksheet" Target="worksheets/old.xml"/>
            <Relationship Id="new" Type="{types}/worksheet" Target="/xl/worksheets/new.xml"/>
            <Relationship Id="s" Type="{types}/sharedStrings" Target="sharedStrings.xml"/>
            <Relationship Id="t" Type="{types}/styles" Target="styles.xml"/></R>
            """);
        Part(zip, "xl/styles.xml", """<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>""");
        Part(zip, "xl/sharedStrings.xml", "<sst>", texts, "</sst>");
        Part(zip, "xl/worksheets/old.xml", $"<worksheet><sheetData>{hidden}</sheetData></worksheet>");
        Part(zip, "xl/worksheets/new.xml", dtd + "<worksheet><sheetData>", rows, "</sheetData></worksheet>");
    }

    private static void Part(ZipArchive zip, string name, string start, Action<TextWriter>? middle = null, string end = "")
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.SmallestSize).Open());
        writer.Write(start);
        middle?.Invoke(writer);
        writer.Write(end);
    }
}
