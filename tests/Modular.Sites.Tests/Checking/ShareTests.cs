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
        Assert.Contains(MoreThanPromised(station, $"{planned} half-days", "2024-01-01", promised), plugin.Faults().Single().ToString());
    }

    [TestMethod]
    [DataRow(1, """ "every": 2, "anchor": "2022-01-03", "from": "2022-01-03", "week": { "monday": "day", "friday": "morning" }""", "3 half-days", "2022-01-03")]
    [DataRow(2, """ "every": 2, "anchor": "2022-01-10", "from": "2022-01-03", "week": { "monday": "day", "friday": "morning" }""", "3 half-days", "2022-01-10")]
    [DataRow(0, """ "nth": 1, "week": { "monday": "morning" }""", "1 half-day", "2024-01-01")]
    [DataRow(0, """ "nth": -1, "week": { "monday": "morning" }""", "1 half-day", "2024-01-29")]
    [DataRow(1, """ "to": "2019-06-30", "every": 52, "anchor": "2022-01-03", "week": { "monday": "day" }""", "2 half-days", "1992-02-10")]
    public void A_week_that_is_fuller_than_others_is_set_against_the_promise_without_their_mean(int promised, string pattern, string planned, string monday)
    {
        using var plugin = Share($$"""{ "post": "poste-1", "station": "nord", {{pattern}} }""", promised);
        Assert.Contains(MoreThanPromised("nord", planned, monday, promised), plugin.OnlyFault().ToString());
    }

    [TestMethod]
    [DataRow("morning", "«\u202Fnord\u202F» prévoit 1 demi-journée dans la semaine du 1er janvier 2024 et en promet 0")]
    [DataRow("day", "«\u202Fnord\u202F» prévoit 2 demi-journées dans la semaine du 1er janvier 2024 et en promet 0")]
    public void One_half_day_is_said_in_the_singular(string held, string sentence)
    {
        using var plugin = Share($$"""{ "post": "poste-1", "station": "nord", "week": { "monday": "{{held}}" } }""", 0);
        Assert.StartsWith(sentence, plugin.OnlyFault().French);
    }

    [TestMethod]
    [DataRow(
        """
        { "post": "poste-1", "station": "nord", "every": 2, "anchor": "2022-01-03", "week": { "monday": "day" } },
        { "post": "poste-1", "station": "nord", "every": 2, "anchor": "2022-01-10", "week": { "tuesday": "day" } }
        """, 2)]
    [DataRow(
        """
        { "post": "poste-1", "station": "nord", "to": "2022-01-02", "week": { "monday": "day" } },
        { "post": "poste-1", "station": "nord", "from": "2022-01-03", "week": { "tuesday": "day" } }
        """, 2)]
    [DataRow("""{ "post": "poste-1", "station": "nord", "onCall": true, "week": { "monday": "00:00-24:00" } }""", 0)]
    public void Patterns_that_are_never_on_in_the_same_week_do_not_add_up(string patterns, int promised)
    {
        using var plugin = Share(patterns, promised);
        Assert.IsEmpty(plugin.Faults());
    }

    [TestMethod]
    public void A_week_in_which_one_pattern_ends_and_the_next_begins_has_days_of_both()
    {
        using var plugin = Share(
            """
            { "post": "poste-1", "station": "nord", "to": "2022-01-05", "week": { "monday": "day" } },
            { "post": "poste-1", "station": "nord", "from": "2022-01-06", "week": { "friday": "day" } }
            """, 2);
        Assert.Contains(MoreThanPromised("nord", "4 half-days", "2022-01-03", 2), plugin.OnlyFault().ToString());
    }

    [TestMethod]
    public void A_count_is_no_share_of_itself() => Broken.Expect(
        File, "\"share\": \"vif\", \"of\": \"situations\"", "\"share\": \"vif\", \"of\": ▸\"vif\"",
        "\"vif\" is set against itself: the share is always 100 %. Name the count that it is a part of.");

    [TestMethod]
    public void A_calendar_typed_date_by_date_is_looked_at_week_by_week_once()
    {
        // Two stretches of dates, two years apart; of both weeks of the pattern beside them, one.
        var dates = Enumerable.Range(0, 300).Concat(Enumerable.Range(1000, 300)).Select(day => new DateOnly(2024, 1, 1).AddDays(day));
        var typed = dates.Select(date => $$"""
            { "post": "poste-1", "station": "nord", "from": "{{date:yyyy-MM-dd}}", "to": "{{date:yyyy-MM-dd}}",
              "week": { "{{$"{date.DayOfWeek}".ToLowerInvariant()}}": "morning" } }
            """);
        const string every = """{ "post": "poste-2", "station": "nord", "every": 2, "anchor": "2024-01-08", "week": { "monday": "day" } }""";
        using var enough = Share(string.Join(',', typed.Append(every)), 9);
        Assert.IsEmpty(enough.Faults().Where(fault => $"{fault}".Contains("promises", StringComparison.Ordinal)));
        using var less = Share(string.Join(',', typed.Append(every)), 8);
        Assert.Contains(MoreThanPromised("nord", "9 half-days", "2024-01-08", 8), string.Join('\n', less.Faults()));
    }

    private static TempPlugin Share(string patterns, int promised) => new TempPlugin()
        .Replace(File, Figures, Of("promised_half_days", "", "half_days", "\"state\": \"held\""))
        .Write("presence.json", $$"""{ "patterns": [ {{patterns}} ], "promised": { "nord": {{promised}} } }""");

    private static string MoreThanPromised(string station, string planned, string monday, int promised) =>
        $"\"{station}\" plans {planned} in the week of {monday} and promises {promised}: the share of those promised could pass 100 %. "
            + "Correct \"promised\" in presence.json, or show the two counts alone.";

    private static string Of(string wholeUnit, string whole, string partUnit, string part, string here = "") => $$"""
        "whole": { "count": "{{wholeUnit}}", "where": { {{whole}} } },
            "part": { "count": "{{partUnit}}", "where": { {{part}} } },
            "vif_share": { "share": "part", "of": {{here}}"whole" },
        """;
}
