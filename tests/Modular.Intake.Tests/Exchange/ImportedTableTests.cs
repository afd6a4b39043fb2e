using System.Text;
using Modular.Intake.Exchange;

namespace Modular.Intake.Tests.Exchange;

/// <summary>Tables as people have them, and tables that nobody keeps: each is a real file.</summary>
[TestClass]
public sealed class ImportedTableTests
{
    private readonly TempFolder _folder = new();

    private string Csv => Path.Combine(_folder.Path, "table.csv");

    private string Xlsx => Path.Combine(_folder.Path, "table.xlsx");

    [TestCleanup]
    public void Clean() => _folder.Dispose();

    [TestMethod]
    [DataRow("a;b\nc;d\n")]
    [DataRow("a,b\r\nc,d")]
    [DataRow("a\tb\rc\td\r")]
    [DataRow("\uFEFFa;b\n\"c\";d;;\n;;\n\n")]
    public void Cells_are_told_apart_however_a_table_writes_them(string table)
    {
        File.WriteAllText(Csv, table);
        CollectionAssert.AreEqual(new[] { "1:a|b", "2:c|d" }, Read(Csv));
    }

    [TestMethod]
    public void A_cell_between_quotation_marks_holds_separators_lines_and_quotation_marks()
    {
        File.WriteAllText(Csv, "a;\"Nom, prénom\"\n\"x;\"\"y\"\"\nz\";w\nlast;line");
        CollectionAssert.AreEqual(new[] { "1:a|Nom, prénom", "2:x;\"y\"\nz|w", "3:last|line" }, Read(Csv));
    }

    [TestMethod]
    [DataRow(1252)]
    [DataRow(1200)]
    [DataRow(65001)]
    public void A_table_of_a_French_Windows_reads_as_one_in_Unicode(int codePage)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        File.WriteAllText(Csv, "Prénom;Œuvre\nZoë;1 €\n", Encoding.GetEncoding(codePage));
        CollectionAssert.AreEqual(new[] { "1:Prénom|Œuvre", "2:Zoë|1 €" }, Read(Csv));
    }

    [TestMethod]
    public void A_quotation_mark_that_is_never_closed_is_named_where_it_was_opened()
    {
        File.WriteAllText(Csv, "name;address\nA;\"Le Clos, bât. B\nB;3 rue X\n");
        AssertRefused(Csv, 2, 2, "a quotation mark (\") is opened in this cell and never closed: close it, or take it out");
    }

    [TestMethod]
    public void The_sheet_that_is_shown_is_read_and_not_a_hidden_one_before_it()
    {
        SmallXlsx.Write(Xlsx, Row(1, "new"), hidden: Row(1, "old"));
        CollectionAssert.AreEqual(new[] { "1:new" }, Read(Xlsx));
    }

    [TestMethod]
    public void A_cell_that_shows_an_error_and_one_whose_result_is_not_there_are_named()
    {
        SmallXlsx.Write(
            Xlsx,
            Row(1, "a") + """<row r="2"><c r="B2" t="e"><f>NA()</f><v>#N/A</v></c><c r="C2"><f>A1</f></c><c r="D2" t="str"><f>""</f><v></v></c></row>""");
        using var file = File.OpenRead(Xlsx);
        using var table = ImportedTable.Open(file, Xlsx);
        CollectionAssert.AreEqual(new[] { 2, 3 }, table.Rows.Single().Faults.Select(fault => fault.Column).ToList());
    }

    [TestMethod]
    public void Days_hours_numbers_yes_and_no_are_read_as_they_are_shown()
    {
        SmallXlsx.Write(
            Xlsx,
            """<row><c s="1"><v>45356</v></c><c s="1"><v>45356.5</v></c><c s="1"><v>0.375</v></c><c><v>1E3</v></c><c><v>0.1</v></c><c t="b"><v>1</v></c>"""
                + """<c t="inlineStr"><is><r><t>a</t></r><rPh><t>x</t></rPh><r><t>b_x000D_</t></r></is></c></row>""");
        CollectionAssert.AreEqual(new[] { "1:2024-03-05|2024-03-05 12:00|09:00|1000|0.1|yes|ab" }, Read(Xlsx));
    }

    [TestMethod]
    [DataRow("not a zip")]
    [DataRow("PK\u0003\u0004 nor this")]
    public void What_is_no_table_is_refused_with_a_way_out(string content)
    {
        File.WriteAllText(Xlsx, content);
        AssertRefused(Xlsx, 1, 1, "this is no readable table: save it as CSV (UTF-8) or XLSX");
    }

    [TestMethod]
    public void An_old_or_locked_spreadsheet_is_refused_whatever_it_is_called()
    {
        File.WriteAllBytes(Csv, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]);
        AssertRefused(Csv, 1, 1, "this is no readable table: save it as CSV (UTF-8) or XLSX");
    }

    [TestMethod]
    public void A_small_file_that_names_the_last_row_of_a_sheet_costs_nothing()
    {
        SmallXlsx.Write(Xlsx, Row(1, "a") + Row(1_048_576, "b"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        CollectionAssert.AreEqual(new[] { "1:a", "1048576:b" }, Read(Xlsx));
        Assert.IsLessThan(8 * 1024 * 1024, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [TestMethod]
    public void Rows_that_are_not_in_order_are_refused_for_two_would_be_one()
    {
        SmallXlsx.Write(Xlsx, Row(1, "a") + Row(3, "b") + Row(3, "c"));
        AssertRefused(Xlsx, 4, 1, "the rows and cells of this sheet are not in order: open it in a spreadsheet, and save it as CSV (UTF-8)");
    }

    [TestMethod]
    public void More_rows_than_a_sheet_has_are_refused()
    {
        File.WriteAllText(Csv, "a\n" + string.Concat(Enumerable.Repeat("b\n", TableLimits.Rows + 1)));
        AssertRefused(Csv, TableLimits.Rows + 2, 1, "a table has 1048576 rows at most: split it into several files");
    }

    [TestMethod]
    public void Something_in_a_far_column_is_refused_and_nothing_there_is_not()
    {
        const string sentence = "something stands beyond column 1000, the last that is read: delete what is there";
        File.WriteAllText(Csv, "a" + new string(';', 5000) + "\nb" + new string(';', 1000) + "c");
        AssertRefused(Csv, 2, 1001, sentence);
        SmallXlsx.Write(Xlsx, """<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="2"><c r="XFD2"><v>1</v></c></row>""");
        AssertRefused(Xlsx, 2, 16_384, sentence);
    }

    [TestMethod]
    public void A_cell_longer_than_a_spreadsheet_allows_is_refused()
    {
        const string sentence = "this cell has more than 32767 characters: shorten it, or close a quotation mark (\") that is left open";
        var longest = new string('x', TableLimits.CellCharacters);
        File.WriteAllText(Csv, $"a;b\n{longest}\n;{longest}x");
        AssertRefused(Csv, 3, 2, sentence);
        SmallXlsx.Write(Xlsx, Row(1, longest) + Row(2, longest + "x"));
        AssertRefused(Xlsx, 2, 1, sentence);
    }

    [TestMethod]
    [DataRow("<x/>", 20_000_000)]
    [DataRow(" ", 2_000_000)]
    public void A_file_that_unpacks_to_far_more_than_its_size_is_refused(string part, int times)
    {
        SmallXlsx.Write(Xlsx, writer =>
        {
            writer.Write(Row(1, "a"));
            for (var time = 0; time < times; time++)
            {
                writer.Write(part);
            }
        });
        AssertRefused(Xlsx, 1, 1, "this file unpacks to far more than its size: open it in a spreadsheet, and save it as CSV (UTF-8)");
    }

    [TestMethod]
    public void More_texts_than_are_held_in_memory_are_refused()
    {
        SmallXlsx.Write(Xlsx, writer => writer.Write(Row(1, "a")), writer =>
        {
            for (var text = 0; text <= TableLimits.Texts; text++)
            {
                writer.Write("<si/>");
            }
        });
        AssertRefused(Xlsx, 1, 1, "this file holds more different texts than are read from XLSX: open it in a spreadsheet, and save it as CSV (UTF-8)");
    }

    [TestMethod]
    public void Elements_one_in_the_other_without_end_and_entities_are_refused()
    {
        const string sentence = "this is no readable table: save it as CSV (UTF-8) or XLSX";
        SmallXlsx.Write(Xlsx, writer => writer.Write(string.Concat(Enumerable.Repeat("<row>", 100_000))));
        AssertRefused(Xlsx, 1, 1, sentence);
        File.Delete(Xlsx);
        SmallXlsx.Write(Xlsx, writer => writer.Write(Row(1, "&a;")), dtd: """<!DOCTYPE worksheet [<!ENTITY a "aaaa">]>""");
        AssertRefused(Xlsx, 1, 1, sentence);
    }

    [TestMethod]
    public void A_file_that_is_too_large_is_refused_before_it_is_read()
    {
        using (var file = File.Create(Csv))
        {
            file.SetLength((1024L * 1024 * 1024) + 1);
        }

        AssertRefused(Csv, 1, 1, "this file has more than 1024 MiB: split it into several files");
        using (var file = File.Create(Xlsx))
        {
            file.SetLength((100L * 1024 * 1024) + 1);
        }

        AssertRefused(Xlsx, 1, 1, "this file has more than 100 MiB: save it as CSV (UTF-8), or split it into several files");
    }

    private static string Row(int line, string text) => $"""<row r="{line}"><c r="A{line}" t="inlineStr"><is><t>{text}</t></is></c></row>""";

    private static List<string> Read(string name)
    {
        using var file = File.OpenRead(name);
        using var table = ImportedTable.Open(file, name);
        return [$"1:{string.Join('|', table.Header)}", .. table.Rows.Select(row => $"{row.Line}:{string.Join('|', row.Cells)}")];
    }

    private static void AssertRefused(string name, int line, int column, string sentence)
    {
        var refused = Assert.ThrowsExactly<UnreadableTableException>(() =>
        {
            using var file = File.OpenRead(name);
            using var table = ImportedTable.Open(file, name);
            Assert.IsGreaterThan(-1, table.Rows.Count());
        });
        Assert.AreEqual((line, column, sentence), (refused.Line, refused.Column, refused.Message));
    }
}
