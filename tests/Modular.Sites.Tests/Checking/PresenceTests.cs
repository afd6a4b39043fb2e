namespace Modular.Sites.Tests.Checking;

[TestClass]
public sealed class PresenceTests
{
    private const string File = "presence.json";

    [TestMethod]
    [DataRow("""{ "post": "poste-1", "station": "sud", "week": { "monday": "morning" } }""", "2024-01-01")]
    [DataRow("""{ "post": "poste-1", "station": "sud", "week": { "monday": "11:30-13:00" } }""", "2024-01-01")]
    [DataRow("""{ "post": "poste-1", "station": "sud", "every": 2, "anchor": "2026-01-08", "week": { "monday": "morning" } }""", "2024-01-08")]
    [DataRow("""{ "post": "poste-1", "station": "sud", "nth": -1, "week": { "monday": "morning" } }""", "2024-01-29")]
    [DataRow("""{ "post": "poste-1", "station": "sud", "from": "2026-05-01", "to": "2026-05-31", "week": { "monday": "morning" } }""", "2026-05-04")]
    [DataRow("""{ "post": "poste-1", "station": "sud", "week": { "sunday": "22:00-09:30" } }""", "2024-01-01")]
    public void One_post_in_two_places_at_once_is_refused(string pattern, string day) => Broken.Expect(
        File, "\n  ],", $",\n    ▸{pattern}\n  ],",
        $"poste-1 is in two places at once: at sud here, and already at nord (line 3), for instance on {day}.");

    [TestMethod]
    [DataRow("""{ "post": "poste-1", "station": "sud", "week": { "monday": "12:00-14:00" } }""")]
    [DataRow("""{ "post": "poste-1", "onCall": true, "week": { "monday": "00:00-24:00" } }""")]
    [DataRow("""{ "post": "poste-1", "station": "sud", "from": "2026-05-05", "to": "2026-05-10", "week": { "monday": "morning" } }""")]
    public void What_only_touches_is_no_conflict(string pattern) => Broken.ExpectRight(File, "\n  ],", $",\n    {pattern}\n  ],");

    [TestMethod]
    public void Alternate_weeks_of_two_places_never_meet()
    {
        using var plugin = new TempPlugin().Write(File, """
            { "patterns": [
              { "post": "poste-1", "station": "nord", "every": 2, "anchor": "2026-12-28", "week": { "monday": "day" } },
              { "post": "poste-1", "station": "sud", "every": 2, "anchor": "2027-01-04", "week": { "monday": "day" } } ] }
            """);
        Assert.IsEmpty(plugin.Faults());
    }

    [TestMethod]
    [DataRow("\"from\": \"9999-12-20\"")]
    [DataRow("\"to\": \"0001-01-02\"")]
    [DataRow("\"from\": \"0001-01-01\", \"to\": \"9999-12-31\"")]
    public void The_ends_of_the_calendar_stop_no_check(string span)
    {
        using var plugin = new TempPlugin()
            .Replace("reports/annuel.json", "\"vif_share\": {", """
                "promised_all": { "count": "promised_half_days" }, "held_all": { "count": "half_days", "where": { "state": "held" } },
                "held_share": { "share": "held_all", "of": "promised_all" }, "vif_share": {
                """)
            .Write(File, $$"""
                { "patterns": [
                  { "post": "poste-1", "station": "nord", {{span}}, "every": 2, "anchor": "2024-01-08", "week": { "monday": "morning" } },
                  { "post": "poste-1", "station": "nord", {{span}}, "nth": -1, "week": { "monday": "afternoon", "sunday": "morning" } } ],
                  "promised": { "nord": 3 } }
                """);
        Assert.AreEqual("", string.Join('\n', plugin.Faults()));
    }

    [TestMethod]
    public void Every_other_week_and_the_first_monday_of_a_month_meet_some_day()
    {
        using var plugin = new TempPlugin().Write(File, """
            { "patterns": [
              { "post": "poste-1", "station": "nord", "every": 2, "anchor": "2024-01-08", "week": { "monday": "day" } },
              { "post": "poste-1", "station": "sud", "nth": 1, "week": { "monday": "day" } } ] }
            """);
        Assert.EndsWith("for instance on 2024-02-05.", plugin.OnlyFault().Sentence);
    }

    [TestMethod]
    [DataRow("\"station\": \"sud\"", "\"station\": ▸\"est\"", "There is no station \"est\".")]
    [DataRow("\"promised\": { \"nord\": 3", "\"promised\": { ▸\"nor\": 3", "There is no station \"nor\". Did you mean \"nord\"?")]
    [DataRow(
        "{ \"post\": \"poste-1\", \"station\": \"sud\", \"week\"", "▸{ \"post\": \"poste-1\", \"week\"",
        "\"station\" is missing: only an on-call duty serves every station of its post.")]
    [DataRow(
        "\"station\": \"sud\", \"week\"", "\"station\": \"sud\", \"every\": ▸2, \"week\"",
        "\"anchor\" is missing: a day of a week in which the pattern is on.")]
    [DataRow(
        "\"station\": \"sud\", \"week\"", "\"station\": \"sud\", \"from\": \"2026-02-01\", \"to\": ▸\"2026-01-31\", \"week\"",
        "The pattern ends before it begins.")]
    [DataRow("\"wednesday\":", "▸\"wensday\":", "\"wensday\" is not a key that is known here. Did you mean \"wednesday\"?")]
    public void A_pattern_that_means_nothing_is_refused(string old, string with, string fault) => Broken.Expect(File, old, with, fault);

    [TestMethod]
    public void A_post_at_a_station_it_does_not_serve_is_refused()
    {
        using var plugin = new TempPlugin().Replace("site.json", "\"stations\": [\"nord\", \"sud\"]", "\"stations\": [\"nord\"]");
        Assert.AreEqual("poste-1 does not serve \"sud\": its stations are nord.", plugin.OnlyFault().Sentence);
    }
}
