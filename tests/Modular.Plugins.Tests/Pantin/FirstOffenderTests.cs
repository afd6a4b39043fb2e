using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Rules;
using Modular.Sites;

namespace Modular.Plugins.Tests.Pantin;

[TestClass]
public sealed class FirstOffenderTests
{
    private static readonly LoadedSite Site = SitePlugin.Load("Pantin");

    private static readonly (string Field, Answer Answer)[] FirstTimeSuspect =
        ["status".Is("mis_en_cause"), "age_group".Is("13_17"), "problem".Is("trafic"), "first_offence".Is("yes")];

    [TestMethod]
    [DataRow("6_12", false)]
    [DataRow("13_17", true)]
    [DataRow("18_24", false)]
    [DataRow("not_given", false)]
    public void Thirteen_to_seventeen(string ageGroup, bool onTrack) => AssertTrack(onTrack, But("age_group".Is(ageGroup)));

    [TestMethod]
    [DataRow("trafic", true)]
    [DataRow("delit_routier", true)]
    [DataRow("radicalisation", true)]
    [DataRow("delinquance_de_mineur", true)]
    [DataRow("fugue", false)]
    [DataRow("mineur_en_danger", false)]
    public void Trafficking_road_offences_and_radicalisation(string problem, bool onTrack) => AssertTrack(onTrack, But("problem".Is(problem)));

    [TestMethod]
    public void Secondary_problem_is_enough() =>
        AssertTrack(true, [.. But("problem".Is("fugue")), ("secondary_problems", new Answer.Choices(["addictions", "trafic"]))]);

    [TestMethod]
    [DataRow("victime")]
    [DataRow("tiers")]
    [DataRow("ni_l_un_ni_l_autre")]
    public void Victim_or_third_party_is_no_offender(string status) => AssertTrack(false, But("status".Is(status)));

    [TestMethod]
    public void Young_person_arrested_before_is_no_first_offender() => AssertTrack(false, But("first_offence".Is("no")));

    [TestMethod]
    public void Not_knowing_whether_it_is_the_first_time_is_no_yes() =>
        AssertTrack(false, But(("first_offence", new Answer.Missing(NotGiven.Unknown))));

    [TestMethod]
    [DataRow("status")]
    [DataRow("age_group")]
    [DataRow("problem")]
    [DataRow("first_offence")]
    public void What_was_not_answered_is_never_assumed(string field) => AssertTrack(false, Without(field));

    [TestMethod]
    public void Nothing_known_yet_gives_no_track() => AssertTrack(false);

    [TestMethod]
    [DataRow("mis_en_cause", "13_17", "trafic", true)]
    [DataRow("victime", "13_17", "trafic", false)]
    [DataRow("mis_en_cause", "18_24", "trafic", false)]
    [DataRow("mis_en_cause", "13_17", "fugue", false)]
    public void First_time_is_asked_where_the_answer_decides(string status, string ageGroup, string problem, bool asked)
    {
        var question = Site.Forms["situation"].Fields.Single(field => field.Id == "first_offence").When!;
        Assert.AreEqual(asked, question.Holds(SitePlugin.Answers("status".Is(status), "age_group".Is(ageGroup), "problem".Is(problem))));
        Assert.AreEqual(
            asked, Derive("status".Is(status), "age_group".Is(ageGroup), "problem".Is(problem), "first_offence".Is("yes")) is "primo_delinquant_13_17");
    }

    [TestMethod]
    public void Track_opens_its_section()
    {
        var section = Site.Forms["situation"].Sections.Single(s => s.Id == "first_offender").When!;
        Assert.IsTrue(section.Holds(SitePlugin.Answers("track".Is(Derive(FirstTimeSuspect)))));
        Assert.IsFalse(section.Holds(SitePlugin.Answers("track".Is(Derive(But("age_group".Is("25_34")))))));
    }

    private static (string Field, Answer Answer)[] But((string Field, Answer Answer) other) => [.. Without(other.Field), other];

    private static (string Field, Answer Answer)[] Without(string field) => [.. FirstTimeSuspect.Where(answer => answer.Field != field)];

    private static void AssertTrack(bool expected, params (string Field, Answer Answer)[] answers) =>
        Assert.AreEqual(expected ? "primo_delinquant_13_17" : "aucun", Derive(answers));

    private static string Derive(params (string Field, Answer Answer)[] answers) =>
        Site.Rules.Derive(new SituationDraft("situation", SitePlugin.Answers(answers), [], new DateOnly(2026, 11, 23), Site.Definition.Limits))["track"];
}
