namespace Modular.Sites.Tests.Checking;

[TestClass]
public sealed class ReportTests
{
    private const string File = "reports/annuel.json";

    [TestMethod]
    [DataRow("\"by\": \"problem\"", "\"by\": ▸\"problems\"", "\"problems\" is no dimension (a field with \"fact\": true) there. Did you mean \"problem\"?")]
    [DataRow(
        "\"by\": \"station\"", "\"by\": [\"station\", \"state\"], \"chart\": ▸\"pyramid\"",
        "A pyramid draws 3 codes side by side at most: \"state\" has 7. Name it first in \"by\", or take \"chart\" away and show a table.")]
    [DataRow("\"by\": \"problem\", \"chart\": \"bars\"", "\"by\": [\"problem\", ▸\"seks\"]", "\"seks\" is no dimension (a field with \"fact\": true) there.")]
    [DataRow("\"where\": { \"vif\": \"yes\" }", "\"where\": { \"vif\": ▸\"oui\" }", "\"oui\" is not a code of \"vif\".")]
    [DataRow(
        "\"where\": { \"state\": \"held\" }", "\"where\": { \"state\": [\"planned\", ▸\"helt\"] }",
        "\"helt\" is not a code of \"state\". Did you mean \"held\"?")]
    [DataRow(
        "\"where\": { \"state\": \"held\" }", "\"where\": { ▸\"state\": [\"held\", \"known\"] }", "\"known\" stands alone: it is every code of \"state\".")]
    [DataRow("{ \"share\": \"vif\"", "{ \"share\": ▸\"vfi\"", "\"vfi\" is no count (not broken down) of this report. Did you mean \"vif\"?")]
    [DataRow("\"median\": \"days_to_first_contact\"", "\"median\": ▸\"delay\"", "\"delay\" is no measure of situations.")]
    [DataRow("\"funding\": \"ville\"", "\"funding\": ▸\"caf\"", "\"caf\" is no funder.")]
    [DataRow("{ \"funding\": \"ville\" }", "{ \"reference\": ▸\"national\" }", "\"national\" is no reference.")]
    [DataRow("{ \"funding\": \"ville\" }", "{ \"site\": ▸\"posts\" }", "\"posts\" is no number of the site.")]
    [DataRow("{ \"count\": \"half_days\"", "{ \"count\": ▸\"halfdays\"", "\"halfdays\" is no unit. Did you mean \"half_days\"?")]
    [DataRow(
        "{ \"count\": \"situations\" },", "▸{ \"conut\": \"situations\" },",
        """A figure has one of "count", "share", "median", "sum", "funding", "reference", "site". Did you mean "count"?""")]
    [DataRow("\"at\": \"07:00\"", "\"at\": ▸\"02:30\"", "Between 02:00 and 03:00 is an hour that some days do not have: choose another.")]
    [DataRow("\"on\": \"15 January\"", "\"on\": ▸\"31 February\"", "\"31 February\" is not one of 15 January, day 31 or monday.")]
    [DataRow("\"id\": \"annuel\"", "\"id\": ▸\"anuel\"", "\"anuel\" stands in a file named annuel.json: both are the same name.")]
    public void A_report_that_names_what_is_not_there_is_refused(string old, string with, string fault) => Broken.Expect(File, old, with, fault);

    [TestMethod]
    [DataRow("{ \"funding\": \"ville\" }", "{ \"sum\": \"children\" }")]
    [DataRow("{ \"funding\": \"ville\" }", "{ \"site\": \"full_time_equivalents\" }")]
    [DataRow("\"by\": \"problem\", \"chart\": \"bars\"", "\"by\": [\"problem_core\", \"station\"], \"chart\": \"pyramid\"")]
    [DataRow("\"where\": { \"vif\": \"yes\" }", "\"where\": { \"problem\": [\"unknown\", \"conflit_conjugal\"] }")]
    [DataRow("\"where\": { \"vif\": \"yes\" }", "\"where\": { \"problem\": \"known\" }")]
    [DataRow("{ \"funding\": \"ville\" }", "{ \"count\": \"orientations\", \"by\": [\"partner\", \"outcome\"] }")]
    [DataRow("\"on\": \"15 January\"", "\"on\": \"31 December\"")]
    public void A_report_that_names_what_is_there_is_right(string old, string with) => Broken.ExpectRight(File, old, with);

    [TestMethod]
    [DataRow(
        "{ \"count\": \"situations\" },", "{ \"count\": \"situations\", \"chart\": ▸\"bars\" },",
        "A chart shows a figure that is broken down: say by what, with \"by\".")]
    [DataRow(
        "\"by\": \"problem\", \"chart\": \"bars\"", "\"by\": \"problem\", \"chart\": ▸\"pyramid\"",
        "A pyramid sets two dimensions face to face: \"by\" names one.")]
    [DataRow(
        "\"by\": \"problem\", \"chart\": \"bars\"", "\"by\": [\"problem\", \"station\"], \"chart\": ▸\"lines\"",
        "Bars and lines show one dimension: \"by\" names 2. A pyramid shows two.")]
    [DataRow(
        "\"by\": \"problem\", \"chart\": \"bars\"", "\"by\": [\"problem\", \"station\"], \"chart\": ▸\"bars\"",
        "Bars and lines show one dimension: \"by\" names 2. A pyramid shows two.")]
    [DataRow(
        "\"by\": \"problem\", \"chart\": \"bars\"", "\"by\": [\"problem\", ▸\"problem\"]",
        "\"problem\" is named twice: a figure is broken down by two dimensions that differ.")]
    [DataRow("\"delay\":", "▸\"year\":", "\"year\" is a word of templates: give the figure another name.")]
    [DataRow("\"delay\":", "▸\"end\":", "\"end\" is a word of templates: give the figure another name.")]
    [DataRow("\"delay\":", "▸\"2019_delay\":", "\"2019_delay\" begins with a digit: a template could not write it.")]
    public void A_figure_that_no_template_could_show_is_refused(string old, string with, string fault) => Broken.Expect(File, old, with, fault);

    [TestMethod]
    [DataRow("median", "days_open", "state", "\"open\"", "closed")]
    [DataRow("sum", "days_open", "state", "[\"open\"]", "closed")]
    [DataRow("median", "days_to_first_contact", "contacted", "\"no\"", "yes")]
    public void A_measure_where_it_is_never_taken_is_refused(string kind, string measure, string dimension, string codes, string code) => Broken.Expect(
        File, "{ \"median\": \"days_to_first_contact\" }", $$"""{ "{{kind}}": "{{measure}}", "where": { ▸"{{dimension}}": {{codes}} } }""",
        $"\"{measure}\" is there only where \"{dimension}\" is \"{code}\": the figure would always be empty. Count \"{code}\", or leave \"{dimension}\" out.");

    [TestMethod]
    [DataRow("""{ "median": "days_open", "where": { "state": "closed" } }""")]
    [DataRow("""{ "median": "days_open", "where": { "state": ["open", "closed"] } }""")]
    [DataRow("""{ "median": "days_open", "where": { "state": "known" } }""")]
    [DataRow("""{ "median": "days_to_first_contact", "where": { "contacted": "yes", "state": "open" } }""")]
    [DataRow("""{ "sum": "contacts", "where": { "contacted": "no", "state": "open" } }""")]
    public void A_measure_where_it_is_taken_is_right(string figure) => Broken.ExpectRight(File, "{ \"median\": \"days_to_first_contact\" }", figure);

    [TestMethod]
    public void A_retired_code_takes_no_room_in_a_pyramid()
    {
        using var plugin = new TempPlugin()
            .Replace(
                "site.json", "\"label\": \"Conflit conjugal\" },",
                "\"label\": \"Conflit conjugal\" }, { \"code\": \"conflit_ancien\", \"label\": \"Conflit ancien\", \"core\": \"conflit_conjugal\", "
                    + "\"retired\": true },")
            .Replace(File, "\"by\": \"problem\", \"chart\": \"bars\"", "\"by\": [\"station\", \"problem\"], \"chart\": \"pyramid\"");
        Assert.AreEqual("", string.Join('\n', plugin.Faults()));

        plugin.Replace("site.json", ", \"retired\": true", "");
        StringAssert.Contains(string.Join('\n', plugin.Faults()), "\"problem\" has 4");
    }

    [TestMethod]
    public void Checks_of_other_modules_are_run_and_refuse_as_well()
    {
        using var plugin = new TempPlugin();

        var (site, faults) = new SiteLoader(TimeProvider.System, new NoTemplateMayGreet()).Load(plugin.Folder);

        Assert.IsNull(site);
        Assert.AreEqual("reports/annuel.html:1:1: no", faults.Single().ToString());
    }

    private sealed class NoTemplateMayGreet : IStaticCheck
    {
        public IEnumerable<Fault> Check(LoadedSite site) => site.Reports.Select(report => new Fault($"reports/{report.Id}.html", 1, 1, "no"));
    }
}
