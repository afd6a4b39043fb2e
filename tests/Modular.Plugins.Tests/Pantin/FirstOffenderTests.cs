using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Rules;
using Modular.Sites;

namespace Modular.Plugins.Tests.Pantin;

[TestClass]
public sealed class FirstOffenderTests
{
    private static readonly LoadedSite Site = SitePlugin.Load("Pantin");

    [TestMethod]
    [DataRow("6_12", false)]
    [DataRow("13_17", true)]
    [DataRow("18_24", false)]
    [DataRow("not_given", false)]
    public void Thirteen_to_seventeen(string ageGroup, bool onTrack) => AssertTrack(onTrack, "problem".Is("trafic"), "age_group".Is(ageGroup));

    [TestMethod]
    [DataRow("trafic", true)]
    [DataRow("delit_routier", true)]
    [DataRow("radicalisation", true)]
    [DataRow("delinquance_de_mineur", true)]
    [DataRow("fugue", false)]
    [DataRow("mineur_en_danger", false)]
    public void Trafficking_road_offences_and_radicalisation(string problem, bool onTrack) =>
        AssertTrack(onTrack, "problem".Is(problem), "age_group".Is("13_17"));

    [TestMethod]
    public void Secondary_problem_is_enough() =>
        AssertTrack(true, "problem".Is("fugue"), ("secondary_problems", new Answer.Choices(["addictions", "trafic"])), "age_group".Is("13_17"));

    [TestMethod]
    public void Young_person_arrested_before_is_no_first_offender() =>
        AssertTrack(false, "problem".Is("trafic"), "age_group".Is("13_17"), "first_offence".Is("no"));

    [TestMethod]
    public void Not_knowing_whether_it_is_the_first_time_leaves_the_track_open() =>
        AssertTrack(true, "problem".Is("trafic"), "age_group".Is("13_17"), ("first_offence", new Answer.Missing(NotGiven.Unknown)));

    [TestMethod]
    public void Nothing_known_yet_gives_no_track() => AssertTrack(false);

    [TestMethod]
    public void Track_opens_its_section()
    {
        var section = Site.Forms["situation"].Sections.Single(s => s.Id == "first_offender").When!;
        Assert.IsTrue(section.Holds(SitePlugin.Answers("track".Is(Derive("problem".Is("trafic"), "age_group".Is("13_17"))))));
        Assert.IsFalse(section.Holds(SitePlugin.Answers("track".Is(Derive("problem".Is("trafic"), "age_group".Is("25_34"))))));
    }

    private static void AssertTrack(bool expected, params (string Field, Answer Answer)[] answers) =>
        Assert.AreEqual(expected ? "primo_delinquant_13_17" : "aucun", Derive(answers));

    private static string Derive(params (string Field, Answer Answer)[] answers) =>
        Site.Rules.Derive(new SituationDraft("situation", SitePlugin.Answers(answers), [], new DateOnly(2026, 11, 23), Site.Definition.Limits))["track"];
}
