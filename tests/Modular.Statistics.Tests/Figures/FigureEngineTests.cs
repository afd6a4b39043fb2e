using Modular.Contracts.Reports;
using Modular.Statistics.Facts;
using Modular.Statistics.Figures;
using static Modular.Statistics.Tests.FactsInMemory;

namespace Modular.Statistics.Tests.Figures;

[TestClass]
public sealed class FigureEngineTests
{
    [TestMethod]
    public async Task Volume_rises_while_vif_falls_and_the_share_says_so()
    {
        var facts = new FactsInMemory()
            .Add(309, "2023-05-02", "vif=yes").Add(461 - 309, "2023-05-02", "vif=no")
            .Add(278, "2024-05-02", "vif=yes").Add(487 - 278, "2024-05-02", "vif=no");
        var figures = await facts.ComputeAsync(
            "2024", compared: true, Count("situations"), Count("vif", where: "vif=yes"), Share("vif_share", "vif", "situations"));
        Assert.AreEqual(new ComparedCell(Cell.Of(487), Cell.Of(461), Cell.Of(5.6m)), figures["situations"].Value);
        Assert.AreEqual(new ComparedCell(Cell.Of(278), Cell.Of(309), Cell.Of(-10.0m)), figures["vif"].Value);
        Assert.AreEqual(new ComparedCell(Cell.Of(57.1m), Cell.Of(67.0m), Cell.Of(-9.9m)), figures["vif_share"].Value);
        Assert.AreEqual("points", figures["vif_share"].ChangeUnit);
    }

    [TestMethod]
    public async Task Only_facts_of_the_period_are_counted_first_and_last_day_included()
    {
        var facts = new FactsInMemory().Add(10, "2024-01-01").Add(10, "2024-12-31").Add(50, "2023-12-31").Add(50, "2025-01-01");
        Assert.AreEqual(20, (await facts.ComputeAsync("2024", false, Count("situations")))["situations"].Value.Now.Value);
    }

    [TestMethod]
    public async Task Refused_not_asked_unknown_and_absent_are_answers_of_their_own_never_a_no()
    {
        var facts = new FactsInMemory()
            .Add(20, "2024-02-02", "known=no")
            .Add(6, "2024-02-02", "known=refused")
            .Add(7, "2024-02-02", "known=not_asked")
            .Add(8, "2024-02-02", "known=unknown")
            .Add(9, "2024-02-02");
        var figures = await facts.ComputeAsync(
            "2024", false, Count("by", by: ["known"]), Count("no", where: "known=no"), Count("unknown", where: "known=unknown"));
        Assert.AreEqual("no=20 unknown=8 refused=6 not_asked=7 not_given=9", Rows(figures["by"]));
        Assert.AreEqual(30, figures["by"].NotKnown.Value);
        Assert.AreEqual(20, figures["no"].Value.Now.Value);
        Assert.AreEqual(30, figures["no"].NotKnown.Value);
        Assert.AreEqual(8, figures["unknown"].Value.Now.Value);
    }

    [TestMethod]
    public async Task Known_is_every_answer_even_of_a_code_that_the_site_no_longer_lists_and_nothing_else()
    {
        var facts = new FactsInMemory()
            .Add(20, "2024-02-02", "problem=fugue").Add(30, "2024-02-02", "problem=ancien_code").Add(10, "2024-02-02", "problem=violences_conjugales")
            .Add(6, "2024-02-02", "problem=refused").Add(7, "2024-02-02", "problem=not_asked").Add(8, "2024-02-02", "problem=unknown").Add(9, "2024-02-02");
        var figures = await facts.ComputeAsync(
            "2024",
            false,
            Count("conjugal", where: "problem=violences_conjugales"),
            Count("known", where: "problem=known"),
            Share("share", "conjugal", "known"));
        Assert.AreEqual(60, figures["known"].Value.Now.Value);
        Assert.AreEqual(30, figures["known"].NotKnown.Value);
        Assert.AreEqual(16.7m, figures["share"].Value.Now.Value);
        Assert.EndsWith("pour lesquelles « Problème principal » est connu.", figures["known"].Definition);
        Assert.AreEqual("Situations (problème principal : connu)", figures["known"].Label);
    }

    [TestMethod]
    public async Task A_figure_about_a_question_is_about_those_to_whom_it_was_put()
    {
        var facts = new FactsInMemory()
            .Add(20, "2024-02-02", "sex=female").Add(10, "2024-02-02", "sex=male").Add(10, "2024-02-02").Add(60, "2024-02-02", "sex=not_applicable");
        var figures = await facts.ComputeAsync(
            "2024", false, Count("all"), Count("by", by: ["sex"]), Count("women", where: "sex=female"), Count("known", where: "sex=known"));
        Assert.AreEqual("female=20 male=10 not_given=10", Rows(figures["by"]));
        Assert.AreEqual((40m, 10m, 50m), (figures["by"].Value.Now.Value, figures["by"].NotKnown.Value, figures["by"].Rows[0].Share.Value));
        Assert.AreEqual((100m, 30m), (figures["all"].Value.Now.Value, figures["known"].Value.Now.Value));
        Assert.AreEqual(10, figures["women"].NotKnown.Value);
    }

    [TestMethod]
    public async Task Rows_follow_the_sites_list_with_its_zeros_and_conflict_stays_apart_from_violence()
    {
        var facts = new FactsInMemory()
            .Add(12, "2024-02-02", "problem=conflit_conjugal")
            .Add(30, "2024-02-02", "problem=violences_conjugales")
            .Add(6, "2024-02-02", "problem=ancien_code");
        var figure = (await facts.ComputeAsync("2024", false, Count("by", by: ["problem"])))["by"];
        Assert.AreEqual("violences_conjugales=30 conflit_conjugal=12 fugue=0 ancien_code=6", Rows(figure));
        Assert.AreEqual("Conflit conjugal", figure.Rows[1].Labels[0]);
        Assert.AreEqual(62.5m, figure.Rows[0].Share.Value);
        Assert.AreEqual(48, figure.Value.Now.Value);
    }

    [TestMethod]
    public async Task Several_answers_count_once_each_and_the_total_counts_facts()
    {
        var facts = new FactsInMemory().Add(10, "2024-02-02", "acts=ecoute", "acts=information").Add(5, "2024-02-02", "acts=ecoute");
        var figure = (await facts.ComputeAsync("2024", false, Count("by", by: ["acts"])))["by"];
        Assert.AreEqual("ecoute=15 information=10", Rows(figure));
        Assert.AreEqual(15, figure.Value.Now.Value);
        Assert.AreEqual(166.7m, figure.Rows.Sum(row => row.Share.Value));
    }

    [TestMethod]
    public async Task Two_dimensions_cross_in_a_full_grid()
    {
        var facts = new FactsInMemory()
            .Add(10, "2024-02-02", "problem=fugue", "sex=male")
            .Add(20, "2024-02-02", "problem=fugue", "sex=female")
            .Add(7, "2024-02-02", "problem=conflit_conjugal", "sex=female");
        var figure = (await facts.ComputeAsync("2024", false, Count("by", by: ["problem", "sex"])))["by"];
        Assert.HasCount(6, figure.Rows);
        Assert.AreEqual(20, figure.Rows.Single(row => row.Keys is ["fugue", "female"]).Value.Now.Value);
        Assert.AreEqual(0, figure.Rows.Single(row => row.Keys is ["conflit_conjugal", "male"]).Value.Now.Value);
    }

    [TestMethod]
    public async Task Median_and_sum_read_the_measure_and_say_how_many_lack_it()
    {
        var facts = new FactsInMemory()
            .Add(3, FactUnits.Situations, "2024-02-02", [("days_to_first_contact", 1)])
            .Add(3, FactUnits.Situations, "2024-02-02", [("days_to_first_contact", 4)])
            .Add(6, "2024-02-02");
        FigureDefinition Measured(string name, FigureKind kind) => new() { Name = name, Kind = kind, Subject = "days_to_first_contact" };
        var figures = await facts.ComputeAsync("2024", false, Measured("median", FigureKind.Median), Measured("sum", FigureKind.Sum));
        Assert.AreEqual(2.5m, figures["median"].Value.Now.Value);
        Assert.AreEqual("days", figures["median"].Unit);
        Assert.AreEqual(15, figures["sum"].Value.Now.Value);
        Assert.AreEqual(6, figures["sum"].NotKnown.Value);
    }

    [TestMethod]
    public async Task Funding_references_and_the_sites_own_numbers_come_from_its_definition()
    {
        FigureDefinition Of(FigureKind kind, string subject) => new() { Name = subject, Kind = kind, Subject = subject };
        var figures = await new FactsInMemory().ComputeAsync(
            "2024", false, Of(FigureKind.Funding, "etat"), Of(FigureKind.Funding, "ville"), Of(FigureKind.Funding, "autre"),
            Of(FigureKind.Reference, "national"), Of(FigureKind.Site, "full_time_equivalents"));
        Assert.AreEqual(70, figures["etat"].Value.Now.Value);
        Assert.AreEqual(30, figures["ville"].Value.Now.Value);
        Assert.AreEqual(Cell.None, figures["autre"].Value.Now);
        Assert.AreEqual((3m, "workers", "ANISCG, 2020"), (figures["national"].Value.Now.Value!.Value, figures["national"].Unit, figures["national"].Source));
        Assert.AreEqual(1.8m, figures["full_time_equivalents"].Value.Now.Value);
    }

    [TestMethod]
    public async Task Months_and_weekdays_are_dimensions_of_every_fact()
    {
        var facts = new FactsInMemory().Add(6, "2024-02-05").Add(8, "2024-11-03");
        var figures = await facts.ComputeAsync("2024", false, Count("months", by: ["month"]), Count("days", by: ["weekday"]));
        Assert.AreEqual("02=6 11=8", Rows(figures["months"], zeros: false));
        Assert.AreEqual("1=6 7=8", Rows(figures["days"], zeros: false));
        Assert.AreEqual("février", figures["months"].Rows[1].Labels[0]);
    }

    [TestMethod]
    public async Task More_half_days_held_than_promised_is_a_share_above_a_hundred_and_its_definition_says_so()
    {
        var facts = new FactsInMemory().Add(12, FactUnits.HalfDays, "2024-02-02", [], "state=held").Add(10, FactUnits.PromisedHalfDays, "2024-02-02", []);
        FigureDefinition Unit(string name, string unit) => new() { Name = name, Kind = FigureKind.Count, Subject = unit };
        var figures = await facts.ComputeAsync(
            "2024",
            false,
            Unit("held", FactUnits.HalfDays),
            Unit("promised", FactUnits.PromisedHalfDays),
            Share("share", "held", "promised"),
            Share("same", "held", "held"));

        Assert.AreEqual(120m, figures["share"].Value.Now.Value);
        Assert.EndsWith("cette part peut dépasser 100\u202F%.", figures["share"].Definition);
        Assert.DoesNotContain("dépasser", figures["same"].Definition);
    }

    [TestMethod]
    public async Task The_definition_says_what_when_and_with_which_filter()
    {
        var figures = await new FactsInMemory().ComputeAsync("2024", false, Count("vif", by: ["sex"], where: "vif=yes"));
        Assert.AreEqual(
            "Situations dont la saisine date de l’année 2024 (du 1er janvier 2024 au 31 décembre 2024), "
                + "pour lesquelles «\u202fViolences intrafamiliales\u202f» est «\u202foui\u202f», réparties selon «\u202fSexe\u202f».",
            figures["vif"].Definition);
    }

    [TestMethod]
    public async Task Half_days_are_not_people_and_are_never_hidden()
    {
        var facts = new FactsInMemory().Add(2, FactUnits.HalfDays, "2024-11-25", [], "state=held", "station=dunkerque");
        Assert.AreEqual(2, (await facts.ComputeAsync("2024-W48", false, Count("held", FactUnits.HalfDays, where: "state=held")))["held"].Value.Now.Value);
    }

    private static string Rows(Figure figure, bool zeros = true) =>
        string.Join(' ', figure.Rows.Where(row => zeros || row.Value.Now.Value != 0).Select(row => $"{row.Keys[0]}={row.Value.Now.Value}"));
}
