using System.IO.Compression;
using ExcelDataReader;
using Modular.Access;
using Modular.Intake.Exchange;

namespace Modular.Intake.Tests.Exchange;

[TestClass]
public sealed class SituationExportTests
{
    [TestMethod]
    public async Task The_export_holds_every_situation_coded_and_no_name()
    {
        await using var office = await OfficeAsync();
        var file = Path.Combine(office.Folder, "export.csv");
        Assert.AreEqual(2, await office.Get<SituationExport>().RunAsync(TestSites.Dunkerque, file));
        var text = await File.ReadAllTextAsync(file);
        Assert.Contains("2024-1;2024-03-01;dunkerque", text);
        Assert.Contains("fugue|addictions", text);
        Assert.DoesNotContain("xempligrandis", text);
        Assert.DoesNotContain("Secretissime", text);
    }

    [TestMethod]
    public async Task A_spreadsheet_holds_the_same_with_days_as_days_and_numbers_as_numbers()
    {
        await using var office = await OfficeAsync();
        var (csv, xlsx) = (Path.Combine(office.Folder, "export.csv"), Path.Combine(office.Folder, "export.XLSX"));
        await office.Get<SituationExport>().RunAsync(TestSites.Dunkerque, csv);
        Assert.AreEqual(2, await office.Get<SituationExport>().RunAsync(TestSites.Dunkerque, xlsx));

        var rows = Cells(xlsx);
        CollectionAssert.AreEqual(new object[] { "2024-1", new DateTime(2024, 3, 1), "dunkerque" }, rows[1][..3]);
        Assert.AreEqual(0.0, rows[1][4]);
        CollectionAssert.AreEqual(
            (await File.ReadAllLinesAsync(csv)).Select(line => line.TrimEnd(';')).ToList(),
            rows.Select(row => string.Join(';', row.Select(cell => cell is DateTime day ? $"{day:yyyy-MM-dd}" : $"{cell}")).TrimEnd(';')).ToList());
    }

    [TestMethod]
    [DataRow("=1+1")]
    [DataRow("+1")]
    [DataRow("@SUM(A1)")]
    [DataRow("\t=1")]
    public async Task A_text_is_never_a_formula(string text)
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "table.xlsx");
        await using (var stream = File.Create(file))
        await using (var table = await ExportedXlsx.OpenAsync(stream, CancellationToken.None))
        {
            await table.WriteAsync([text]);
            await table.EndAsync();
        }

        Assert.AreEqual(text, Cells(file)[0][0]);
        await using var zip = await ZipFile.OpenReadAsync(file);
        using var sheet = new StreamReader(await zip.Entries.Single(entry => entry.FullName.Contains("sheet1.xml", StringComparison.Ordinal)).OpenAsync());
        Assert.DoesNotContain("<f", await sheet.ReadToEndAsync());
    }

    [TestMethod]
    [DataRow("export.xlsx")]
    [DataRow("export.csv")]
    public async Task An_export_that_is_stopped_leaves_no_half_table_and_is_in_the_journal(string name)
    {
        await using var office = await OfficeAsync();
        var file = Path.Combine(office.Folder, name);
        using var stopped = new CancellationTokenSource();
        office.Journal.OnRecorded = _ => stopped.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(
            () => office.Get<SituationExport>().RunAsync(TestSites.Dunkerque, file, cancellation: stopped.Token));
        Assert.IsEmpty(Directory.EnumerateFiles(office.Folder, name + "*"));
        Assert.AreEqual(JournalAct.Export, office.Journal.Entries[^1].Act);
    }

    [TestMethod]
    public async Task What_a_stopped_one_left_is_no_hindrance_and_a_whole_one_is_left_as_it_is()
    {
        await using var office = await OfficeAsync();
        var file = Path.Combine(office.Folder, "export.csv");
        await File.WriteAllTextAsync(file + ".unfinished", "half");
        await office.Get<SituationExport>().RunAsync(TestSites.Dunkerque, file);
        var whole = await File.ReadAllTextAsync(file);
        await Assert.ThrowsExactlyAsync<IOException>(() => office.Get<SituationExport>().RunAsync(TestSites.Dunkerque, file));
        Assert.AreEqual(whole, await File.ReadAllTextAsync(file));
        Assert.HasCount(1, Directory.GetFiles(office.Folder, "export.csv*"));
    }

    private static async Task<Office> OfficeAsync()
    {
        var office = await Office.OpenAsync();
        var file = Path.Combine(office.Folder, "import.csv");
        await File.WriteAllTextAsync(
            file,
            "referred_on;problem;secondary_problems;person.last_name;note\n2024-03-01;logement;fugue|addictions;Exempligrandis;Secretissime\n"
                + "2023-01-31;fugue;;Exempligrandis;\n");
        Assert.AreEqual(2, (await office.Get<SituationImport>().RunAsync(TestSites.Dunkerque, file, dryRun: false)).Added);
        return office;
    }

    private static List<object?[]> Cells(string file)
    {
        using var stream = File.OpenRead(file);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        }

        return rows;
    }
}
