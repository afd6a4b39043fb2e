using Modular.Architecture.Tests.Repositories;
using Modular.Architecture.Tests.Seeding;

namespace Modular.Architecture.Tests.Sources;

[TestClass]
public class OneVoiceTests
{
    private const string Place = "src/Modular.Contracts/Wording/FrenchTime.cs";

    [TestMethod]
    public void French_days_and_numbers_are_formatted_in_one_place() => OneVoice.FormatsInOnePlace(Repository.Here).Kept();

    [TestMethod]
    public void French_days_and_months_are_named_in_one_place() => OneVoice.NamesDaysInOnePlace(Repository.Here).Kept();

    [TestMethod]
    public void The_place_is_there() => OneVoice.PlaceIsThere(Repository.Here).Kept();

    [TestMethod]
    [DataRow("CultureInfo.GetCultureInfo(\"fr-FR\")")]
    [DataRow("new CultureInfo(\"fr\")")]
    [DataRow("options.SetDefaultCulture(\"fr-FR\");")]
    [DataRow("total.ToString(\"N0\", French)")]
    [DataRow("day.ToString(\"d MMMM\", French)")]
    [DataRow("string.Create(French, $\"{total:N0} lignes\")")]
    [DataRow("private static readonly CultureInfo French = FrenchTime.Culture;")]
    public void A_second_place_that_formats_French_is_named(string line)
    {
        using var seed = new Seed().Project("src/Modular.Contracts").Project("src/Modular.Host").Project("plugins/Loire")
            .File(Place, line)
            .File("src/Modular.Host/Pages/Journal.cs", line)
            .File("src/Modular.Host/Pages/Taches.cshtml", "@FrenchTime.Day(day)")
            .File("plugins/Loire/LoireRules.cs", line);
        OneVoice.FormatsInOnePlace(seed.Repository).Select(breach => breach.Offender).Distinct().Select(path => new Breach(path, ""))
            .BrokenBy("src/Modular.Host/Pages/Journal.cs", "plugins/Loire/LoireRules.cs");
    }

    [TestMethod]
    [DataRow("context.PushCulture(FrenchTime.Culture);")]
    [DataRow("day.ToString(\"yyyy-MM-dd\", CultureInfo.InvariantCulture)")]
    [DataRow("// day.ToString(\"d MMMM\", French)")]
    public void What_a_machine_reads_and_what_an_engine_formats_are_no_second_place(string line)
    {
        using var seed = new Seed().Project("src/Modular.Host").File("src/Modular.Host/Feed.cs", line);
        OneVoice.FormatsInOnePlace(seed.Repository).Kept();
    }

    [TestMethod]
    public void A_second_place_that_names_days_is_named_and_a_comment_or_a_plugins_own_sentence_is_not()
    {
        using var seed = new Seed().Project("src/Modular.Contracts").Project("src/Modular.Statistics").Project("plugins/Loire")
            .File(Place, "\"lundi\"")
            .File("src/Modular.Statistics/Labels.cs", "[\"08\"] = \"août\",")
            .File("src/Modular.Statistics/Periods.cs", "/// <summary>\"novembre 2024\".</summary>")
            .File("plugins/Loire/LoireRules.cs", "\"Appelez le lundi.\"");
        OneVoice.NamesDaysInOnePlace(seed.Repository).BrokenBy("src/Modular.Statistics/Labels.cs");
    }

    [TestMethod]
    public void A_place_that_was_renamed_away_is_missed()
    {
        using var seed = new Seed().Project("src/Modular.Contracts")
            .File("src/Modular.Contracts/Language/FrenchTime.cs", "CultureInfo.GetCultureInfo(\"fr-FR\")");
        OneVoice.PlaceIsThere(seed.Repository).BrokenBy("src/Modular.Contracts/Wording/");
    }
}
