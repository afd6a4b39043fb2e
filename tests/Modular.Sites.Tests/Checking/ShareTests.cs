namespace Modular.Sites.Tests.Checking;

/// <summary>No share that a report prints is above a hundred: the whole counts whatever the part counts.</summary>
[TestClass]
public sealed class ShareTests
{
    private const string File = "reports/annuel.json";
    private const string Figures = "\"vif_share\": { \"share\": \"vif\", \"of\": \"situations\" },";

    [TestMethod]
    [DataRow(
        "\"problem\": \"known\"", "",
        "\"whole\" counts only some answers to \"problem\" and \"part\" any: the share could pass 100 %. Add \"problem\": \"known\" to the \"where\" of "
            + "\"part\".")]
    [DataRow(
        "\"problem\": \"known\"", "\"vif\": \"yes\"",
        "\"whole\" counts only some answers to \"problem\" and \"part\" any: the share could pass 100 %. Add \"problem\": \"known\" to the \"where\" of "
            + "\"part\".")]
    [DataRow(
        "\"problem\": [\"conflit_conjugal\", \"appels_repetes\"]", "",
        "\"whole\" counts only some answers to \"problem\" and \"part\" any: the share could pass 100 %. Add \"problem\": [\"conflit_conjugal\", "
            + "\"appels_repetes\"] to the \"where\" of \"part\".")]
    [DataRow(
        "\"problem\": \"conflit_conjugal\"", "\"problem\": [\"conflit_conjugal\", \"appels_repetes\"]",
        "\"part\" counts \"appels_repetes\" of \"problem\" and \"whole\" does not: the share could pass 100 %. Both count it, or neither does.")]
    [DataRow(
        "\"problem\": \"known\"", "\"problem\": [\"unknown\", \"conflit_conjugal\"]",
        "\"part\" counts \"unknown\" of \"problem\" and \"whole\" does not: the share could pass 100 %. Both count it, or neither does.")]
    [DataRow(
        "\"problem\": \"conflit_conjugal\"", "\"problem\": \"known\"",
        "\"part\" counts \"known\" of \"problem\" and \"whole\" does not: the share could pass 100 %. Both count it, or neither does.")]
    [DataRow(
        "\"vif\": \"yes\"", "\"vif\": \"no\"",
        "\"part\" counts \"no\" of \"vif\" and \"whole\" does not: the share could pass 100 %. Both count it, or neither does.")]
    public void A_part_that_its_whole_does_not_hold_is_refused(string whole, string part, string sentence) =>
        Broken.Expect(File, Figures, Of("situations", whole, "situations", part, "▸"), sentence);

    [TestMethod]
    [DataRow("", "")]
    [DataRow("", "\"problem\": \"unknown\"")]
    [DataRow("\"vif\": \"known\"", "\"vif\": \"yes\"")]
    [DataRow("\"problem\": \"known\"", "\"problem\": \"known\", \"vif\": \"yes\"")]
    [DataRow("\"problem\": [\"conflit_conjugal\", \"unknown\"]", "\"problem\": \"unknown\", \"station\": \"nord\"")]
    [DataRow("\"secondary_problems\": [\"conflit_conjugal\", \"appels_repetes\"]", "\"secondary_problems\": \"appels_repetes\"")]
    public void A_part_that_its_whole_holds_is_right(string whole, string part) =>
        Broken.ExpectRight(File, Figures, Of("situations", whole, "situations", part));

    [TestMethod]
    public void A_count_of_one_unit_is_no_share_of_another() => Broken.Expect(
        File, Figures, Of("situations", "", "contacts", "", "▸"),
        "\"part\" counts contacts and \"whole\" counts situations: one is no share of the other.");

    [TestMethod]
    public void Half_days_held_are_set_against_those_promised_at_the_same_station()
    {
        Broken.ExpectRight(File, Figures, Of("promised_half_days", "", "half_days", "\"state\": \"held\""));
        Broken.ExpectRight(File, Figures, Of("promised_half_days", "\"station\": \"nord\"", "half_days", "\"state\": \"held\", \"station\": \"nord\""));
        Broken.Expect(
            File, Figures, Of("promised_half_days", "\"station\": \"nord\"", "half_days", "\"state\": \"held\"", "▸"),
            "\"whole\" counts only some answers to \"station\" and \"part\" any: the share could pass 100 %. Add \"station\": \"nord\" to the \"where\" of "
                + "\"part\".");
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("\"state\": \"known\"")]
    [DataRow("\"state\": \"planned\"")]
    [DataRow("\"state\": [\"held\", \"uncovered\"]")]
    [DataRow("\"half_day\": \"morning\"")]
    public void Half_days_that_were_not_held_are_no_share_of_those_promised(string part) => Broken.Expect(
        File, Figures, Of("promised_half_days", "", "half_days", part, "▸"),
        "\"part\" counts other half-days than those held: the share of those promised could pass 100 %. Write \"state\": \"held\" in the \"where\" of "
            + "\"part\".");

    [TestMethod]
    [DataRow("\"nord\": 2, \"sud\": 2", "nord", 3, 2)]
    [DataRow("\"nord\": 3, \"sud\": 1", "sud", 2, 1)]
    [DataRow("\"nord\": 3", "sud", 2, 0)]
    public void A_station_that_plans_more_than_it_promises_makes_no_share_of_it(string promises, string station, int planned, int promised)
    {
        using var plugin = new TempPlugin()
            .Replace(File, Figures, Of("promised_half_days", "", "half_days", "\"state\": \"held\""))
            .Replace("presence.json", "\"nord\": 3, \"sud\": 2", promises);
        var sentence = $"\"{station}\" plans {planned} half-days a week and promises {promised}: the share of those promised would pass 100 %. ";
        Assert.Contains(sentence + "Correct \"promised\" in presence.json, or show the two counts alone.", plugin.Faults().Single().ToString());
    }

    [TestMethod]
    public void A_count_is_no_share_of_itself() => Broken.Expect(
        File, "\"share\": \"vif\", \"of\": \"situations\"", "\"share\": \"vif\", \"of\": ▸\"vif\"",
        "\"vif\" is set against itself: the share is always 100 %. Name the count that it is a part of.");

    private static string Of(string wholeUnit, string whole, string partUnit, string part, string here = "") => $$"""
        "whole": { "count": "{{wholeUnit}}", "where": { {{whole}} } },
            "part": { "count": "{{partUnit}}", "where": { {{part}} } },
            "vif_share": { "share": "part", "of": {{here}}"whole" },
        """;
}
