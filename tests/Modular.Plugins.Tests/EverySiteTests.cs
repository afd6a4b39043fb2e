using System.Text.RegularExpressions;
using Modular.Contracts.Forms;
using Modular.Contracts.Reports;

namespace Modular.Plugins.Tests;

[TestClass]
public sealed partial class EverySiteTests
{
    private static readonly string[] CoreProblems =
    [
        "violences_conjugales", "violences_ex_conjoint", "violences_sur_mineur", "violences_sur_ascendant", "autres_violences_intrafamiliales",
        "violences_sexuelles",
        "violences_hors_famille", "harcelement", "conflit_conjugal", "conflit_familial", "separation_conflictuelle", "conflit_de_voisinage", "mineur_en_danger",
        "fugue",
        "difficultes_educatives", "personne_vulnerable", "troubles_psychiques", "risque_suicidaire", "addictions", "logement", "precarite",
        "delinquance_de_mineur",
        "radicalisation", "autre",
    ];

    private static readonly string[] AgeGroups = ["0_5", "6_12", "13_17", "18_24", "25_34", "35_44", "45_54", "55_64", "65_74", "75_plus", "not_given"];

    public static IEnumerable<object[]> Sites => SitePlugin.Names.Select(name => new object[] { name });

    [TestMethod]
    public void The_four_sites_are_there() =>
        CollectionAssert.AreEquivalent(new[] { "Loire", "HauteMarne", "Pantin", "Dunkerque" }, SitePlugin.Names.ToArray());

    [TestMethod]
    [DynamicData(nameof(Sites))]
    public void Site_checks_clean(string name) => Assert.IsEmpty(SitePlugin.Faults(name), string.Join('\n', SitePlugin.Faults(name)));

    [TestMethod]
    [DynamicData(nameof(Sites))]
    public void Safe_contact_is_asked_first(string name)
    {
        var first = SitePlugin.Load(name).Forms["situation"].Sections[0];
        Assert.IsNull(first.When);
        CollectionAssert.IsSubsetOf(new[] { "safe_phone", "safe_hours", "message_allowed", "code_word" }, first.Fields.Select(field => field.Id).ToArray());
        Assert.IsTrue(first.Fields.All(field => field.Needed == Need.Never && !field.Fact));
    }

    [TestMethod]
    [DynamicData(nameof(Sites))]
    public void Emergency_is_saved_with_day_and_station_alone(string name) =>
        CollectionAssert.AreEqual(
            new[] { "referred_on", "station" },
            SitePlugin.Load(name).Forms["situation"].Fields.Where(field => field.Needed == Need.ToSave).Select(field => field.Id).ToArray());

    [TestMethod]
    [DynamicData(nameof(Sites))]
    public void Every_problem_counts_as_one_of_the_common_core(string name)
    {
        foreach (var problem in SitePlugin.Load(name).Definition.Codes["problem"])
        {
            CollectionAssert.Contains(CoreProblems, problem.Core ?? problem.Value, problem.Value);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Sites))]
    public void Conflict_is_never_counted_as_violence_in_the_family(string name)
    {
        var site = SitePlugin.Load(name);
        CollectionAssert.AreEquivalent(CoreProblems[..5], site.Definition.Vif.ToArray());
        foreach (var figure in site.Reports.SelectMany(report => report.Figures))
        {
            var problems = figure.Where.GetValueOrDefault("problem") ?? [];

            // Every code together says that the problem is known, and nothing of what it is.
            if (problems.ToHashSet().SetEquals(site.CodesOf("problem")))
            {
                continue;
            }

            Assert.IsFalse(
                problems.Any(p => p.StartsWith("conflit", StringComparison.Ordinal)) && problems.Any(p => p.StartsWith("violences", StringComparison.Ordinal)),
                figure.Name);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Sites))]
    public void Forms_of_violence_are_asked_about_every_violence_and_about_no_conflict(string name)
    {
        var site = SitePlugin.Load(name);
        var forms = site.Forms["situation"].Fields.Single(field => field.Id == "violence_forms").When!;
        foreach (var problem in site.CodesOf("problem"))
        {
            Assert.AreEqual(problem.Contains("violences_", StringComparison.Ordinal), forms.Holds(SitePlugin.Answers("problem".Is(problem))), problem);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Sites))]
    public void Age_groups_are_those_of_the_network(string name) =>
        CollectionAssert.AreEqual(AgeGroups, SitePlugin.Load(name).CodesOf("age_group").ToArray());

    [TestMethod]
    [DynamicData(nameof(Sites))]
    public void Nothing_that_tells_who_a_person_is_is_counted(string name) =>
        Assert.IsFalse(SitePlugin.Load(name).Forms.Values.SelectMany(form => form.Fields).Any(field => field.Fact && field.Nominative));

    [TestMethod]
    [DynamicData(nameof(Sites))]
    public void Danger_grid_is_a_hint_of_23_questions_with_five_red_ones(string name)
    {
        var site = SitePlugin.Load(name);
        var form = site.Forms["danger"];
        var questions = form.Fields.Where(field => field.Kind == FieldKind.YesNo).ToList();

        // What a site may not hold does not exist for it: the question on the author's criminal record.
        Assert.HasCount(site.Definition.HoldsOffenceData ? 23 : 22, questions);
        Assert.IsTrue(questions.All(question => question.AlsoAnswers.Contains(NotGiven.Unknown)));
        Assert.AreEqual(12, form.Grid!.Yes);
        Assert.AreEqual(2, form.Grid.RedYes);
        Assert.HasCount(5, form.Grid.Red);
        CollectionAssert.IsSubsetOf(form.Grid.Red.ToArray(), questions.Select(question => question.Id).ToArray());
    }

    [TestMethod]
    [DynamicData(nameof(Sites))]
    public void Annual_report_has_the_figures_of_the_network(string name)
    {
        var report = SitePlugin.Load(name).Reports.Single(r => r.Id == "annuel");
        string[] wanted =
        [
            "situations", "vif", "vif_share", "conjugal", "conjugal_share", "by_problem", "by_status", "by_sex", "age_and_sex", "by_station",
            "by_referral_mode",
            "unknown_to_services", "unknown_share", "contacts", "contacts_by_kind", "delay", "length", "orientations", "orientations_by_partner",
            "half_days_held", "half_days_promised",
        ];
        CollectionAssert.IsSubsetOf(wanted, report.Figures.Select(figure => figure.Name).ToArray());
        Assert.AreEqual(Comparison.YearBefore, report.ComparedWith);
        Assert.AreEqual(new ReportSchedule("15 January", new TimeOnly(7, 0)), report.Schedule);
    }

    [TestMethod]
    [DynamicData(nameof(Sites))]
    public void Share_of_situations_is_of_those_whose_answer_is_known_and_of_all_of_them(string name)
    {
        var site = SitePlugin.Load(name);
        var figures = site.Reports.Single(report => report.Id == "annuel").Figures.ToDictionary(figure => figure.Name);
        foreach (var share in figures.Values.Where(figure => figure.Kind == FigureKind.Share && figures[figure.Of!].Subject == "situations"))
        {
            foreach (var dimension in figures[share.Subject].Where.Keys)
            {
                Assert.AreEqual(
                    dimension is "contacted" ? "yes" : FigureDefinition.Known, figures[share.Of!].Where[dimension].Single(), $"{share.Name}: {dimension}");
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Sites))]
    public void Templates_name_only_figures_that_are_declared(string name)
    {
        foreach (var report in SitePlugin.Load(name).Reports)
        {
            var named = Named().Matches(report.Template).Select(match => match.Groups[1].Value).Distinct().ToList();
            Assert.IsNotEmpty(named, report.Id);
            CollectionAssert.IsSubsetOf(named, report.Figures.Select(figure => figure.Name).ToArray(), report.Id);
        }
    }

    [GeneratedRegex("""\{\{ (?:if |trend |table |chart )?(?!end|else)([a-z0-9_]+)""")]
    private static partial Regex Named();
}
