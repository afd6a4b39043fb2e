using Modular.Contracts.Answers;
using Modular.Contracts.Rules;
using Modular.Sites;

namespace Modular.Plugins.Tests.Loire;

[TestClass]
public sealed class LoirePriorityTests
{
    private static readonly LoadedSite Site = SitePlugin.Load("Loire");
    private static readonly DateOnly Friday = new(2026, 11, 20);

    [TestMethod]
    [DataRow("suite_a_plainte", "aucune", "violences_conjugales", null, "Urgent")]
    [DataRow("suite_a_plainte", null, "violences_ex_conjoint", null, "Urgent")]
    [DataRow("fiche_navette", "plainte", "violences_conjugales", null, "Urgent")]
    [DataRow("suite_a_plainte", "plainte", "logement", "violences_conjugales", "Urgent")]
    [DataRow("suite_a_plainte", "plainte", "conflit_conjugal", null, "Ordinary")]
    [DataRow("suite_a_plainte", "plainte", "conflit_de_voisinage", null, "Ordinary")]
    [DataRow("suite_a_main_courante", "main_courante", "violences_conjugales", null, "Ordinary")]
    [DataRow("carte_de_visite", null, null, null, "Ordinary")]
    public void Complaint_about_conjugal_violence_is_urgent_and_nothing_else_is(string mode, string? followUp, string? problem, string? secondary, string level)
    {
        var coded = SitePlugin.Answers("referral_mode".Is(mode))
            .With("unit_follow_up", followUp is null ? null : new Answer.Choice(followUp))
            .With("problem", problem is null ? null : new Answer.Choice(problem))
            .With("secondary_problems", secondary is null ? null : new Answer.Choices(["precarite", secondary]));
        Assert.AreEqual(Enum.Parse<PriorityLevel>(level), Site.Rules.Prioritise(Site.Referred(Friday) with { Coded = coded }).Level);
    }

    [TestMethod]
    [DataRow("violences_sexuelles", "conjoint", true)]
    [DataRow("harcelement", "ex_conjoint", true)]
    [DataRow("harcelement", "ex_pacse", true)]
    [DataRow("autres_violences_intrafamiliales", "concubin", true)]
    [DataRow("violences_sexuelles", "voisin", false)]
    [DataRow("autres_violences_intrafamiliales", "fratrie", false)]
    [DataRow("harcelement", "inconnu", false)]
    [DataRow("harcelement", null, false)]
    [DataRow("conflit_conjugal", "conjoint", false)]
    public void Violence_is_conjugal_by_who_did_it(string problem, string? author, bool urgent)
    {
        var coded = SitePlugin.Answers("referral_mode".Is("suite_a_plainte"), "problem".Is(problem))
            .With("link_to_author", author is null ? null : new Answer.Choice(author));
        Assert.AreEqual(urgent, Site.Rules.Prioritise(Site.Referred(Friday) with { Coded = coded }).Level == PriorityLevel.Urgent);
    }

    [TestMethod]
    [DataRow("suite_a_plainte", null, "violences_conjugales", null, "yes")]
    [DataRow("courriel", "plainte", "harcelement", "ex_conjoint", "yes")]
    [DataRow("courriel", "aucune", "violences_conjugales", null, "no")]
    [DataRow("suite_a_plainte", null, "conflit_conjugal", null, "no")]
    [DataRow("suite_a_plainte", null, "harcelement", "voisin", "no")]
    [DataRow("suite_a_plainte", null, "harcelement", null, null)]
    [DataRow("suite_a_plainte", null, null, null, null)]
    [DataRow("courriel", null, "violences_conjugales", null, null)]
    public void Report_counts_the_complaints_that_are_urgent_and_takes_nothing_unknown_for_a_no(
        string mode, string? followUp, string? problem, string? author, string? counted)
    {
        var coded = SitePlugin.Answers("referral_mode".Is(mode))
            .With("unit_follow_up", followUp is null ? null : new Answer.Choice(followUp))
            .With("problem", problem is null ? null : new Answer.Choice(problem))
            .With("link_to_author", author is null ? null : new Answer.Choice(author));
        var derived = Site.Rules.Derive(new SituationDraft("situation", coded, [], Friday, Site.Definition.Limits));
        Assert.AreEqual(counted, derived.GetValueOrDefault("conjugal_complaint"));
        Assert.AreEqual(counted is "yes", Site.Rules.Prioritise(Site.Referred(Friday) with { Coded = coded }).Level == PriorityLevel.Urgent);
        CollectionAssert.AreEqual(
            new[] { "yes" },
            Site.Reports.Single(report => report.Id == "annuel").Figures.Single(figure => figure.Name == "conjugal_complaints").Where["conjugal_complaint"]
                .ToArray());
    }

    [TestMethod]
    public void Urgent_situation_is_contacted_the_same_day_and_says_why()
    {
        var priority = Prioritise(
            "referral_mode".Is("suite_a_plainte"), "problem".Is("violences_conjugales"), "children_present".Is("yes"), "unit_priority".Is("yes"),
            "known_to_worker".Is("yes"));
        Assert.AreEqual(Friday, priority.ContactBefore);
        CollectionAssert.AreEqual(
            new[] { "plainte pour violences conjugales", "jugée prioritaire par l’unité", "enfants présents", "déjà rencontrée" },
            priority.Reasons.ToArray());
    }

    [TestMethod]
    public void Immediate_danger_is_urgent_without_a_complaint()
    {
        var priority = Prioritise("referral_mode".Is("accueil_spontane"), "immediate_danger".Is("yes"));
        Assert.AreEqual((PriorityLevel.Urgent, Friday), (priority.Level, priority.ContactBefore));
        Assert.AreEqual("danger immédiat", priority.Reasons.Single());
    }

    [TestMethod]
    public void What_the_commander_hands_over_comes_before_the_rest()
    {
        var priority = Prioritise("unit_priority".Is("yes"));
        Assert.AreEqual((PriorityLevel.High, Friday.AddDays(1)), (priority.Level, priority.ContactBefore));
    }

    [TestMethod]
    public void Ordinary_situation_keeps_the_limit_of_the_site_and_its_reasons()
    {
        var priority = Prioritise("children_present".Is("yes"), "unit_priority".Is("no"));
        Assert.AreEqual((PriorityLevel.Ordinary, Friday.AddDays(Site.Definition.Limits.FirstContactDays)), (priority.Level, priority.ContactBefore));
        Assert.AreEqual("enfants présents", priority.Reasons.Single());
    }

    private static Priority Prioritise(params (string Field, Answer Answer)[] coded) => Site.Rules.Prioritise(Site.Referred(Friday, coded));
}
