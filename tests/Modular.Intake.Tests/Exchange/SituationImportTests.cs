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
    public async Task The_export_holds_every_situation_coded_and_no_name()
    {
        await using var office = await Office.OpenAsync();
        await ImportAsync(
            office, "referred_on;problem;person.last_name;note\n2024-03-01;logement;Exempligrandis;Secretissime\n2023-01-31;fugue;Exempligrandis;\n");
        var file = Path.Combine(office.Folder, "export.csv");
        Assert.AreEqual(2, await office.Get<SituationExport>().RunAsync(TestSites.Dunkerque, file));
        var text = await File.ReadAllTextAsync(file);
        Assert.Contains("2024-1;2024-03-01;dunkerque", text);
        Assert.Contains("fugue", text);
        Assert.DoesNotContain("xempligrandis", text);
        Assert.DoesNotContain("Secretissime", text);
    }

    private static async Task<ImportOutcome> ImportAsync(Office office, string table, bool dryRun = false)
    {
        var file = Path.Combine(office.Folder, "import.csv");
        await File.WriteAllTextAsync(file, table, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return await office.Get<SituationImport>().RunAsync(TestSites.Dunkerque, file, dryRun);
    }
}
