namespace Modular.Sites.Tests.Checking;

[TestClass]
public sealed class SiteDefinitionCheckTests
{
    private const string File = "site.json";

    [TestMethod]
    public void A_post_at_a_station_that_is_not_there_is_refused() => Broken.Expect(
        File, "\"stations\": [\"nord\", \"sud\"]", "\"stations\": [\"nord\", ▸\"sudd\", \"sud\"]",
        "There is no station \"sudd\". Did you mean \"sud\"?");

    [TestMethod]
    public void Two_stations_of_one_name_are_refused() => Broken.Expect(
        File, "{ \"id\": \"sud\"", "{ \"id\": \"sud\", \"name\": \"x\", \"force\": \"police\" },\n    { \"id\": ▸\"sud\"",
        "There is another station named \"sud\".");

    [TestMethod]
    [DataRow("known")]
    [DataRow("not_asked")]
    public void A_code_that_is_a_word_of_the_host_is_refused(string word) => Broken.Expect(
        File, "{ \"code\": \"telephone\"", $"{{ \"code\": ▸\"{word}\"",
        $"\"{word}\" is a word of the host: choose another code.");

    [TestMethod]
    public void A_name_with_a_character_that_nobody_sees_is_refused() => Broken.Expect(
        File, "\"name\": \"Minimal\"", "\"name\": ▸\"Mini\\u0000mal\"", "The text holds a control character, which nobody can see.");

    [TestMethod]
    public void Shares_above_a_hundred_are_refused() => Broken.Expect(
        File, "\"share\": \"remainder\"", "\"share\": ▸30.5",
        "With this one the shares add up to 100.5 %: more than 100.");

    [TestMethod]
    public void Shares_of_a_hundred_and_a_funder_without_share_are_right() => Broken.ExpectRight(
        File, ", \"share\": \"remainder\" }", ", \"share\": 30 }, { \"id\": \"caf\", \"name\": \"CAF\" }");

    [TestMethod]
    public void A_share_that_is_neither_number_nor_remainder_is_refused() => Broken.Expect(
        File, "\"remainder\"", "▸\"rest\"", "A number is wanted here, not a text.");

    [TestMethod]
    public void A_problem_without_place_in_the_common_core_is_refused() => Broken.Expect(
        File, "\"appels_repetes\", \"label\": \"Appels répétés\", \"core\": \"personne_vulnerable\"", "▸\"appels_repetes\", \"label\": \"Appels répétés\"",
        "\"appels_repetes\" is no key of the common core: say with \"core\" which key it counts as.");

    [TestMethod]
    public void A_core_key_that_is_not_there_is_refused() => Broken.Expect(
        File, "\"personne_vulnerable\"", "▸\"personnes_vulnerables\"",
        "\"personnes_vulnerables\" is no key of the common core. Did you mean \"personne_vulnerable\"?");

    [TestMethod]
    public void A_vif_code_that_is_no_problem_is_refused() => Broken.Expect(
        File, "\"vif\": [\"violences_conjugales\"]", "\"vif\": [\"violences_conjugales\", ▸\"violence_conjugale\"]",
        "\"violence_conjugale\" is not a code of the list problem. Did you mean \"violences_conjugales\"?");

    [TestMethod]
    [DataRow(">=1.0 <2.0", true)]
    [DataRow("=1.0.0", true)]
    [DataRow(">=1.1", false)]
    [DataRow("<1.0", false)]
    [DataRow(">1 <=3.2.1", false)]
    public void A_host_outside_the_range_refuses_the_plugin(string range, bool accepted)
    {
        if (accepted)
        {
            Broken.ExpectRight(File, ">=1.0 <2.0", range);
        }
        else
        {
            Broken.Expect(File, "\">=1.0 <2.0\"", $"▸\"{range}\"", $"The plugin wants a host {range}; this one is 1.0.0.");
        }
    }

    [TestMethod]
    [DataRow("Europe/Pariss", false)]
    [DataRow("Local", false)]
    [DataRow("Indian/Reunion", true)]
    public void A_time_zone_is_an_iana_name(string zone, bool accepted)
    {
        using var plugin = new TempPlugin().Replace(File, "\"employer\"", $"\"timeZone\": \"{zone}\", \"employer\"");
        Assert.AreEqual(accepted ? 0 : 1, plugin.Faults().Count);
    }

    [TestMethod]
    public void A_small_cell_below_five_is_refused() => Broken.Expect(
        File, "\"vif\":", "\"limits\": { \"smallestCell\": ▸4 }, \"vif\":",
        "4 is not between 5 and 100.");

    [TestMethod]
    public void An_enum_says_its_words_and_the_nearest() => Broken.Expect(
        File, "\"quality\": \"commune\"", "\"quality\": ▸\"comune\"",
        "\"comune\" is not one of departement, commune, intercommunalite, association, etat. Did you mean \"commune\"?");
}
