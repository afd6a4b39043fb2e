using Modular.Architecture.Tests.Repositories;
using Modular.Architecture.Tests.Seeding;

namespace Modular.Architecture.Tests.Time;

[TestClass]
public class TimeAndCultureTests
{
    [TestMethod]
    public void Nothing_reads_the_machines_clock_or_zone() => TimeAndCulture.TimeIsGiven(Repository.Here).Kept();

    [TestMethod]
    public void A_module_or_a_plugin_that_reads_the_machines_clock_is_named()
    {
        using var seed = new Seed()
            .Module(
                "Modular.Jobs",
                built => built.Uses("System.Runtime", "System", "DateTime", "get_Now").Uses("System.Runtime", "System", "TimeProvider", "GetUtcNow"))
            .Project("plugins/Loire").PluginAssembly("Loire", built => built.Uses("System.Runtime", "System", "TimeZoneInfo", "get_Local"));
        TimeAndCulture.TimeIsGiven(seed.Repository).BrokenBy("Modular.Jobs → System.DateTime.get_Now", "Loire → System.TimeZoneInfo.get_Local");
    }

    [TestMethod]
    public void Nothing_reads_the_machines_culture() => TimeAndCulture.CultureIsGiven(Repository.Here).Kept();

    [TestMethod]
    public void A_module_that_reads_the_machines_culture_is_named()
    {
        using var seed = new Seed().Module(
            "Modular.Reporting", built => built.Uses("System.Runtime", "System.Globalization", "CultureInfo", "get_CurrentCulture"));
        TimeAndCulture.CultureIsGiven(seed.Repository).BrokenBy("Modular.Reporting → System.Globalization.CultureInfo.get_CurrentCulture");
    }

    [TestMethod]
    public void Only_the_host_chooses_the_clock_and_the_culture() => TimeAndCulture.OnlyTheHostChooses(Repository.Here).Kept();

    [TestMethod]
    public void A_module_that_chooses_its_own_clock_is_named()
    {
        using var seed = new Seed()
            .Module("Modular.Host", built => built.Uses("System.Runtime", "System", "TimeProvider", "get_System"))
            .Module("Modular.Presence", built => built.Uses("System.Runtime", "System", "TimeProvider", "get_System"));
        TimeAndCulture.OnlyTheHostChooses(seed.Repository).BrokenBy("Modular.Presence → System.TimeProvider.get_System");
    }

    [TestMethod]
    public void No_signature_says_DateTime() => TimeAndCulture.DaysAndInstantsAreTyped(Repository.Here).Kept();

    [TestMethod]
    public void A_signature_that_says_DateTime_is_named()
    {
        using var seed = new Seed().Module("Modular.Presence", built => built
            .Shows("Modular.Presence", "Leave", ("System.Runtime", "System", "DateTime"))
            .Shows("Modular.Presence", "Absence", ("System.Runtime", "System", "DateOnly")));
        TimeAndCulture.DaysAndInstantsAreTyped(seed.Repository).BrokenBy("Modular.Presence.Leave");
    }

    [TestMethod]
    public void Culture_rules_break_the_build() => TimeAndCulture.CultureRulesAreErrors(Repository.Here).Kept();

    [TestMethod]
    public void A_culture_rule_that_was_softened_is_named()
    {
        using var seed = new Seed().File(".editorconfig", """
            dotnet_diagnostic.CA1304.severity = error
            dotnet_diagnostic.CA1305.severity = suggestion
            dotnet_diagnostic.CA1307.severity = error
            dotnet_diagnostic.CA1310.severity = error
            dotnet_diagnostic.RS0030.severity = error
            """);
        TimeAndCulture.CultureRulesAreErrors(seed.Repository).BrokenBy("CA1305");
    }
}
