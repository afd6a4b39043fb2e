using Modular.Contracts.Forms;
using Modular.Contracts.Wording;
using Modular.Statistics.Facts;
using Modular.Statistics.Labels;

namespace Modular.Statistics.Tests.Labels;

[TestClass]
public sealed class SiteLabelsTests
{
    private static readonly FormField Orientations = new()
    {
        Id = "orientations",
        Kind = FieldKind.Group,
        Label = "Orientations",
        Fields = [new() { Id = "sent_by", Kind = FieldKind.Station, Label = "Adressée par\u202F?", Fact = true }],
    };

    private readonly SiteLabels _words = new(
        FactsInMemory.Site,
        [
            new()
            {
                Id = "situation",
                Title = "Fiche",
                Sections =
                [
                    new()
                    {
                        Id = "s",
                        Title = "S",
                        Fields =
                        [
                            new() { Id = "pregnant", Kind = FieldKind.YesNo, Label = "Enceinte\u202F?", Fact = true },
                            new()
                            {
                                Id = "other_problems",
                                Kind = FieldKind.SeveralOf,
                                Codes = "problem",
                                Role = FieldRole.SecondaryProblems,
                                Label = "Autres problèmes",
                                Fact = true,
                            },
                            new() { Id = "children", Kind = FieldKind.Integer, Label = "Enfants", Unit = "enfants", Fact = true },
                            new() { Id = "time_spent", Kind = FieldKind.Duration, Role = FieldRole.Duration, Label = "Temps passé", Fact = true },
                            Orientations,
                        ],
                    },
                ],
            },
        ],
        FactsInMemory.Common);

    [TestMethod]
    [DataRow("pregnant", "Enceinte")]
    [DataRow("sent_by", "Adressée par")]
    [DataRow("station", "Lieu")]
    [DataRow("other_problems_core", "Problèmes secondaires (nomenclature commune)")]
    [DataRow("never_heard_of", "never_heard_of")]
    public void A_dimension_is_headed_by_its_question(string dimension, string label) => Assert.AreEqual(label, _words.Dimension(dimension));

    [TestMethod]
    [DataRow("pregnant", "yes", "oui")]
    [DataRow("pregnant", "not_asked", "non demandé")]
    [DataRow("other_problems", "fugue", "Fugue")]
    [DataRow("sent_by", "dunkerque", "Commissariat de Dunkerque")]
    [DataRow("problem_core", "autre", "Autre")]
    [DataRow("state", "held", "tenue")]
    [DataRow("state", "skipped", "annulée")]
    [DataRow("state", "uncovered", "non assurée")]
    [DataRow("state", "closed", "close")]
    [DataRow("month", "08", "août")]
    [DataRow("weekday", "7", "dimanche")]
    [DataRow("half_day", "afternoon", "après-midi")]
    [DataRow("sex", "not_given", "non renseigné")]
    [DataRow("post", "poste-2", "Poste 2")]
    public void A_code_is_read_in_french(string dimension, string code, string label) => Assert.AreEqual(label, _words.Code(dimension, code));

    [TestMethod]
    [DataRow(FactUnits.Situations)]
    [DataRow(FactUnits.Contacts)]
    [DataRow(FactUnits.Orientations)]
    [DataRow(FactUnits.HalfDays)]
    [DataRow(FactUnits.PromisedHalfDays)]
    public void Every_unit_of_count_has_the_words_that_a_definition_needs(string unit) =>
        CollectionAssert.AllItemsAreNotNull(new[] { "unit", "unit_dated", "unit_spread", "unit_which" }.Select(list => Words.Find(list, unit)).ToList());

    [TestMethod]
    public void Only_several_of_takes_several()
    {
        Assert.IsTrue(_words.TakesSeveral("other_problems"));
        Assert.IsTrue(_words.TakesSeveral("other_problems_core"));
        Assert.IsFalse(_words.TakesSeveral("pregnant"));
    }

    [TestMethod]
    public void A_measure_of_a_form_has_the_unit_the_form_says() =>
        Assert.AreEqual(("Enfants", "enfants"), (_words.Measure("children"), _words.MeasureUnit("children")));

    [TestMethod]
    public void The_duration_of_contacts_is_one_in_minutes_whatever_its_field_is_called() =>
        Assert.AreEqual(("durée", "minutes"), (_words.Measure("time_spent"), _words.MeasureUnit("time_spent")));
}
