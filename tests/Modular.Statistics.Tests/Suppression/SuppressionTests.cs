using Modular.Contracts.Reports;
using Modular.Statistics.Facts;
using Modular.Statistics.Figures;
using Modular.Statistics.Labels;
using Modular.Statistics.Periods;
using static Modular.Statistics.Tests.FactsInMemory;

namespace Modular.Statistics.Tests.Suppression;

[TestClass]
public sealed class SuppressionTests
{
    [TestMethod]
    public async Task One_to_four_are_hidden_zero_and_five_are_not()
    {
        var facts = new FactsInMemory()
            .Add(4, "2024-02-02", "x=four")
            .Add(1, "2024-02-02", "x=one")
            .Add(5, "2024-02-02", "x=five")
            .Add(90, "2024-02-02", "x=many");
        var figures = await facts.ComputeAsync(
            "2024", false, Count("four", where: "x=four"), Count("one", where: "x=one"), Count("five", where: "x=five"), Count("none", where: "x=none"));
        Assert.AreEqual(
            (Cell.Hidden, Cell.Hidden, Cell.Of(5), Cell.Of(0)),
            (figures["four"].Value.Now, figures["one"].Value.Now, figures["five"].Value.Now, figures["none"].Value.Now));
    }

    [TestMethod]
    public async Task A_second_row_is_hidden_so_that_the_total_does_not_tell()
    {
        var facts = new FactsInMemory().Add(3, "2024-02-02", "sex=male").Add(40, "2024-02-02", "sex=female").Add(12, "2024-02-02", "sex=unknown");
        var figure = (await facts.ComputeAsync("2024", false, Count("by", by: ["sex"])))["by"];
        Assert.AreEqual(Cell.Of(55), figure.Value.Now);
        Assert.AreEqual("40 - -", Shown(figure));
    }

    [TestMethod]
    public async Task Two_small_rows_of_which_only_the_sum_is_known_take_a_third_with_them()
    {
        var facts = new FactsInMemory().Add(1, "2024-02-02", "x=a").Add(1, "2024-02-02", "x=b").Add(30, "2024-02-02", "x=c").Add(9, "2024-02-02", "x=d");
        Assert.AreEqual("- - 30 -", Shown((await facts.ComputeAsync("2024", false, Count("by", by: ["x"])))["by"]));
    }

    [TestMethod]
    public async Task A_figure_that_repeats_the_row_under_another_name_hides_it_too()
    {
        var facts = new FactsInMemory()
            .Add(3, "2024-02-02", "problem=fugue", "minor=yes")
            .Add(30, "2024-02-02", "problem=violences_conjugales", "minor=no")
            .Add(9, "2024-02-02", "problem=conflit_conjugal", "minor=no");
        var figures = await facts.ComputeAsync(
            "2024", false, Count("all"), Count("by", by: ["problem"]), Count("minors", where: "minor=yes"), Count("adults", where: "minor=no"));
        Assert.AreEqual(Cell.Of(42), figures["all"].Value.Now);
        Assert.AreEqual(Cell.Hidden, figures["minors"].Value.Now);
        Assert.AreEqual(Cell.Hidden, figures["adults"].Value.Now);
    }

    [TestMethod]
    public async Task A_complement_of_three_hides_the_count_and_its_share_and_its_change()
    {
        var facts = new FactsInMemory()
            .Add(47, "2024-02-02", "vif=yes")
            .Add(3, "2024-02-02", "vif=no")
            .Add(20, "2023-02-02", "vif=yes")
            .Add(20, "2023-02-02", "vif=no");
        var figures = await facts.ComputeAsync("2024", true, Count("situations"), Count("vif", where: "vif=yes"), Share("vif_share", "vif", "situations"));
        Assert.AreEqual(Cell.Of(50), figures["situations"].Value.Now);
        Assert.AreEqual(new ComparedCell(Cell.Hidden, Cell.Of(20), Cell.Hidden), figures["vif"].Value);
        Assert.AreEqual(new ComparedCell(Cell.Hidden, Cell.Of(50.0m), Cell.Hidden), figures["vif_share"].Value);
    }

    [TestMethod]
    public async Task A_count_that_is_part_of_another_by_the_sites_rule_does_not_tell_the_three_that_remain()
    {
        var facts = new FactsInMemory()
            .Add(40, "2024-02-02", "problem=violences_conjugales", "vif=yes")
            .Add(3, "2024-02-02", "problem=violences_sur_mineur", "vif=yes")
            .Add(30, "2024-02-02", "problem=fugue", "vif=no");
        var figures = await facts.ComputeAsync(
            "2024", false, Count("situations"), Count("vif", where: "vif=yes"), Count("conjugal", where: "problem=violences_conjugales"));
        Assert.IsTrue(figures["vif"].Value.Now.Suppressed || figures["conjugal"].Value.Now.Suppressed);
        Assert.IsFalse(figures["situations"].Value.Now.Suppressed);
    }

    [TestMethod]
    public async Task Not_known_is_a_count_of_people_as_well()
    {
        var facts = new FactsInMemory().Add(2, "2024-02-02").Add(30, "2024-02-02", "sex=female").Add(20, "2024-02-02", "sex=male");
        var figure = (await facts.ComputeAsync("2024", false, Count("by", by: ["sex"])))["by"];
        Assert.AreEqual(Cell.Hidden, figure.NotKnown);
        Assert.AreEqual("30 - -", Shown(figure));
    }

    [TestMethod]
    public async Task Median_and_sum_of_four_people_are_hidden_and_so_is_the_row_that_would_tell_the_sum()
    {
        var facts = new FactsInMemory()
            .Add(4, FactUnits.Situations, "2024-02-02", [("days_open", 11)], "sex=male")
            .Add(30, FactUnits.Situations, "2024-02-02", [("days_open", 20)], "sex=female");
        FigureDefinition Measured(FigureKind kind) => new() { Name = $"{kind}", Kind = kind, Subject = "days_open", By = ["sex"] };
        var figures = await facts.ComputeAsync("2024", false, Measured(FigureKind.Median), Measured(FigureKind.Sum));
        Assert.AreEqual("20 -", Shown(figures["Median"]));
        Assert.AreEqual("- -", Shown(figures["Sum"]));
        Assert.AreEqual(Cell.Of(644), figures["Sum"].Value.Now);
    }

    [TestMethod]
    public async Task Another_report_of_the_same_period_does_not_undo_it()
    {
        var facts = new FactsInMemory().Add(3, "2024-02-02", "sex=male").Add(40, "2024-02-02", "sex=female");
        Assert.IsTrue(ReportPeriod.TryParse("2024", out var period));
        var words = new SiteLabels(Site, [], Common);
        var all = Count("situations");
        var women = Count("women", where: "sex=female");
        var one = await new FigureEngine(facts, [], []).ComputeAsync(new(words, period, null, [all], [women]));
        var other = await new FigureEngine(facts, [], []).ComputeAsync(new(words, period, null, [women], [all]));
        Assert.IsFalse(one[0].Value.Now.Suppressed);
        Assert.IsTrue(other[0].Value.Now.Suppressed);
    }

    [TestMethod]
    public async Task A_large_report_keeps_its_headline_and_most_of_its_rows()
    {
        var random = new Random(7);
        var facts = new FactsInMemory();
        for (var number = 0; number < 487; number++)
        {
            facts.Add(
                1,
                "2024-02-02",
                $"problem=p{Math.Min(random.Next(14), random.Next(14))}",
                $"sex={(random.Next(5) == 0 ? "male" : "female")}",
                $"age_group=a{random.Next(10)}",
                $"vif={(random.Next(2) == 0 ? "yes" : "no")}");
        }

        var figures = await facts.ComputeAsync(
            "2024", false, Count("situations"), Count("vif", where: "vif=yes"), Count("by_problem", by: ["problem"]),
            Count("by_sex", by: ["sex"]), Count("crossed", by: ["age_group", "sex"]));
        Assert.AreEqual(487, figures["situations"].Value.Now.Value);
        Assert.IsFalse(figures["vif"].Value.Now.Suppressed);
        Assert.IsLessThanOrEqualTo(2, figures["by_problem"].HiddenCells);
        Assert.AreEqual(0, figures["by_sex"].HiddenCells);
    }

    [TestMethod]
    public async Task What_is_hidden_in_one_figure_takes_nothing_out_of_the_others()
    {
        var facts = new FactsInMemory()
            .Add(3, "2024-02-02", "problem=fugue", "sex=male", "force=police")
            .Add(12, "2024-02-02", "problem=conflit_conjugal", "sex=male", "force=gendarmerie")
            .Add(30, "2024-02-02", "problem=violences_conjugales", "sex=female", "force=police")
            .Add(8, "2024-02-02", "problem=conflit_conjugal", "sex=female", "force=gendarmerie")
            .Add(9, "2024-02-02", "problem=violences_conjugales", "sex=male", "force=gendarmerie")
            .Add(11, "2024-02-02", "problem=violences_conjugales", "sex=female", "force=gendarmerie");
        var figures = await facts.ComputeAsync(
            "2024", false, Count("all"), Count("by_problem", by: ["problem"]), Count("by_sex", by: ["sex"]), Count("by_force", by: ["force"]));
        Assert.AreEqual("50 - -", Shown(figures["by_problem"]));
        Assert.AreEqual((0, 0, 0), (figures["all"].HiddenCells, figures["by_sex"].HiddenCells, figures["by_force"].HiddenCells));
    }

    private static string Shown(Figure figure) =>
        string.Join(' ', figure.Rows.Select(row => row.Value.Now).Where(cell => cell != Cell.Of(0)).Select(cell => cell.Suppressed ? "-" : $"{cell.Value:0}"));
}
