using System.Text;
using Modular.Intake.Exchange;
using Modular.Intake.Situations;

namespace Modular.Intake.Tests.Exchange;

[TestClass]
public sealed class SituationImportTests
{
    [TestMethod]
    public async Task A_table_named_by_fields_and_codes_comes_in()
    {
        await using var office = await Office.OpenAsync();
        var outcome = await ImportAsync(
            office, "referred_on;station;problem;secondary_problems;person.last_name\n2024-03-01;dunkerque;logement;fugue|addictions;Exemple\n");
        Assert.IsEmpty(outcome.Faults);
        Assert.AreEqual(1, outcome.Added);
        var fact = (await office.PushedAsync()).Single();
        CollectionAssert.AreEquivalent(new[] { "fugue", "addictions" }, fact.Codes["secondary_problems"].ToList());
        Assert.AreEqual(1, (await office.Situations.SearchAsync(Office.Worker, "dunkerque", "Exemple")).Total);
    }

    [TestMethod]
    public async Task A_table_named_by_questions_and_labels_comes_in_with_French_dates_commas_and_a_byte_order_mark()
    {
        await using var office = await Office.OpenAsync();
        var outcome = await ImportAsync(
            office,
            "\uFEFFDate de la saisine,Problème principal,Accepte-t-elle d’être contactée ?\n"
                + "01/03/2024,Violences conjugales,Non demandé\n02/03/2024,\"violences conjugales\",Oui\n");
        Assert.IsEmpty(outcome.Faults, string.Join('\n', outcome.Faults));
        var facts = await office.PushedAsync();
        Assert.AreEqual(2, facts.Count(fact => fact.Codes["vif"].Single() == "yes"));
        CollectionAssert.AreEquivalent(new[] { "not_asked", "yes" }, facts.Select(fact => fact.Codes["agreement"].Single()).ToList());
    }

    [TestMethod]
    public async Task One_wrong_cell_and_nothing_comes_in_and_its_line_and_column_are_named()
    {
        await using var office = await Office.OpenAsync();
        var outcome = await ImportAsync(office, "referred_on;problem\n2024-03-01;logement\n2024-13-01;logement\n2024-03-01;rien\n");
        CollectionAssert.AreEqual(new[] { (3, 1), (4, 2) }, outcome.Faults.Select(fault => (fault.Line, fault.Column)).ToList());
        Assert.StartsWith("this is no choice of 'problem'; the choices are: violences_conjugales, ", outcome.Faults[1].Sentence);
        Assert.AreEqual(0, (await office.Situations.ListAsync(Office.Worker, new SituationFilter(SituationState.All))).Total);
    }

    [TestMethod]
    public async Task A_spreadsheet_with_halves_of_characters_and_those_that_nobody_sees_comes_in()
    {
        await using var office = await Office.OpenAsync();
        var file = Path.Combine(office.Folder, "table.xlsx");
        SmallXlsx.Write(file, string.Concat(new[] { ("referred_on", "person.last_name"), ("2024-03-01", "Exem_x0000_ple _xD800_") }.Select(row =>
            $"""<row><c t="inlineStr"><is><t>{row.Item1}</t></is></c><c t="inlineStr"><is><t>{row.Item2}</t></is></c></row>""")));
        var outcome = await office.Get<SituationImport>().RunAsync(TestSites.Dunkerque, file, dryRun: false);
        Assert.AreEqual(1, outcome.Added, string.Join('\n', outcome.Faults));
        Assert.AreEqual(1, (await office.Situations.SearchAsync(Office.Worker, "dunkerque", "Exemple")).Total);
    }

    [TestMethod]
    public async Task A_slip_in_a_year_is_refused_as_the_form_refuses_it()
    {
        await using var office = await Office.OpenAsync();
        var outcome = await ImportAsync(
            office, "referred_on;problem;person.birth_date\n1926-03-01;logement;\n2024-03-01;logement;2025-05-05\n2024-03-01;logement;1990-05-05\n");
        CollectionAssert.AreEqual(new[] { (2, 1), (3, 3) }, outcome.Faults.Select(fault => (fault.Line, fault.Column)).ToList());
    }

    [TestMethod]
    public async Task A_column_that_is_no_field_is_named_with_those_that_are()
    {
        await using var office = await Office.OpenAsync();
        var fault = (await ImportAsync(office, "referred_on;couleur\n2024-03-01;bleu\n")).Faults.Single();
        Assert.AreEqual((1, 2), (fault.Line, fault.Column));
        Assert.Contains("problem", fault.Sentence);
    }

    [TestMethod]
    public async Task The_same_file_twice_comes_in_once()
    {
        await using var office = await Office.OpenAsync();
        const string table = "referred_on;problem\n2024-03-01;logement\n2024-03-01;logement\n";
        Assert.AreEqual(2, (await ImportAsync(office, table)).Added);
        var again = await ImportAsync(office, table);
        Assert.AreEqual((0, 2), (again.Added, again.Known));
        Assert.AreEqual(2, (await office.Situations.ListAsync(Office.Worker, new SituationFilter(SituationState.All))).Total);
    }

    [TestMethod]
    public async Task A_dry_run_says_what_would_come_in_and_brings_nothing()
    {
        await using var office = await Office.OpenAsync();
        Assert.AreEqual(1, (await ImportAsync(office, "referred_on\n2024-03-01\n", dryRun: true)).Added);
        Assert.AreEqual(0, (await office.Situations.ListAsync(Office.Worker, new SituationFilter(SituationState.All))).Total);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("\n\n")]
    public async Task An_empty_file_is_refused_with_a_sentence(string table)
    {
        await using var office = await Office.OpenAsync();
        Assert.HasCount(1, (await ImportAsync(office, table)).Faults);
    }

    [TestMethod]
    public async Task Of_very_many_faults_a_hundred_are_told_and_the_others_counted()
    {
        await using var office = await Office.OpenAsync();
        var outcome = await ImportAsync(office, "referred_on;problem\n" + string.Concat(Enumerable.Repeat("2024-03-01;rien\n", 1300)));
        Assert.HasCount(100, outcome.Faults);
        Assert.AreEqual(1200, outcome.MoreFaults);
        CollectionAssert.AreEqual(Enumerable.Range(2, 100).ToList(), outcome.Faults.Select(fault => fault.Line).ToList());
    }

    [TestMethod]
    public async Task Stopped_in_the_middle_and_run_again_it_goes_on_where_it_was_and_others_save_meanwhile()
    {
        await using var office = await Office.OpenAsync();
        using var stop = new CancellationTokenSource();
        var meanwhile = Guid.Empty;
        var table = "referred_on;problem\n" + string.Concat(Enumerable.Repeat("2026-03-01;logement\n", 1700));
        var progress = new Told(told =>
        {
            if (told is { Rows: 500, Of: 1700 })
            {
                meanwhile = office.SaveAsync().GetAwaiter().GetResult();
                stop.Cancel();
            }
        });
        await Assert.ThrowsAsync<OperationCanceledException>(() => ImportAsync(office, table, progress: progress, cancellation: stop.Token));
        var again = await ImportAsync(office, table);
        Assert.AreEqual(1700, again.Added + again.Known);
        Assert.IsInRange(500, 1000, again.Known);
        var saved = (await office.Situations.ListAsync(Office.Worker, new SituationFilter(SituationState.All, Year: 2026, Rank: 501))).Situations.Single();
        Assert.AreEqual(meanwhile, saved.Id);
        Assert.AreEqual(1701, (await office.PushedAsync()).Count);
    }

    [TestMethod]
    public async Task What_a_spreadsheet_file_shows_comes_in_days_and_numbers_as_they_are_read()
    {
        await using var office = await Office.OpenAsync();
        var file = Path.Combine(office.Folder, "import.xlsx");
        SmallXlsx.Write(
            file,
            """<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>safe_phone</t></is></c></row>"""
                + """<row r="9"><c r="A9" s="1"><v>45356</v></c><c r="B9" t="s"><v>2</v></c><c r="C9"><v>612345678</v></c></row>""",
            ["referred_on", "problem", "logement"]);
        Assert.AreEqual(1, (await office.Get<SituationImport>().RunAsync(TestSites.Dunkerque, file, dryRun: false)).Added);
        Assert.AreEqual(new DateOnly(2024, 3, 5), (await office.PushedAsync()).Single().On);
        var id = (await office.Situations.SearchAsync(Office.Worker, "dunkerque", "06 12 34 56 78")).Situations.Single().Id;
        Assert.AreEqual("0612345678", (await office.Situations.OpenAsync(Office.Worker, id, new EntriesShown.All()))!.Answers.Text("safe_phone"));
    }

    private static async Task<ImportOutcome> ImportAsync(
        Office office, string table, bool dryRun = false, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        var file = Path.Combine(office.Folder, "import.csv");
        await File.WriteAllTextAsync(file, table, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CancellationToken.None);
        return await office.Get<SituationImport>().RunAsync(TestSites.Dunkerque, file, dryRun, progress, cancellation);
    }

    /// <summary>Told where it happens, and not in a while.</summary>
    private sealed class Told(Action<ImportProgress> told) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => told(value);
    }
}
