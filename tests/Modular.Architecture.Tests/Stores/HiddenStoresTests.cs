using Modular.Architecture.Tests.Repositories;
using Modular.Architecture.Tests.Seeding;

namespace Modular.Architecture.Tests.Stores;

[TestClass]
public class HiddenStoresTests
{
    [TestMethod]
    public void Stores_and_rows_are_internal() => HiddenStores.AreInternal(Repository.Here).Kept();

    [TestMethod]
    public void A_store_and_a_row_that_the_host_could_open_are_named()
    {
        using var seed = new Seed()
            .Module("Modular.Intake", built => built
                .Shows("Modular.Intake.Situations", "IIntakeStore")
                .Shows("Modular.Intake.Situations", "SituationRow")
                .Shows("Modular.Intake.Situations", "SituationService"))
            .Module("Modular.Statistics", built => built.Shows("Modular.Statistics", "FigureRow"))
            .Module("Modular.Storage", built => built
                .Uses("Modular.Intake", "Modular.Intake.Situations", "IIntakeStore")
                .Uses("Modular.Intake", "Modular.Intake.Situations", "SituationRow"));
        HiddenStores.AreInternal(seed.Repository).BrokenBy("Modular.Intake.Situations.IIntakeStore", "Modular.Intake.Situations.SituationRow");
    }

    [TestMethod]
    public void Each_module_that_keeps_something_has_a_store() => HiddenStores.AreThere(Repository.Here).Kept();

    [TestMethod]
    public void A_store_that_was_renamed_away_is_named()
    {
        using var seed = new Seed();
        foreach (var module in new[] { "Access", "Intake", "Jobs", "Presence", "Reporting" })
        {
            seed.Module($"Modular.{module}");
        }

        seed.Module("Modular.Storage", built => built
            .Uses("Modular.Access", "Modular.Access.Accounts", "IAccountStore")
            .Uses("Modular.Intake", "Modular.Intake.Situations", "ISituationKeeper")
            .Uses("Modular.Jobs", "Modular.Jobs.Ledger", "IJobLedger")
            .Uses("Modular.Presence", "Modular.Presence", "IPresenceStore")
            .Uses("Modular.Reporting", "Modular.Reporting.Deliveries", "IDeliveryStore"));
        HiddenStores.AreThere(seed.Repository).BrokenBy("Modular.Intake");
    }

    [TestMethod]
    public void The_host_opens_no_store() => HiddenStores.AreNotOpenedByTheHost(Repository.Here).Kept();

    [TestMethod]
    public void A_host_that_opens_a_store_the_facts_or_the_database_is_named()
    {
        using var seed = new Seed()
            .Module("Modular.Intake")
            .Module("Modular.Jobs")
            .Module("Modular.Storage", built => built
                .Uses("Modular.Intake", "Modular.Intake.Situations", "IIntakeStore")
                .Uses("Modular.Jobs", "Modular.Jobs.Ledger", "IJobLedger"))
            .Module("Modular.Host", built => built
                .Uses("Modular.Intake", "Modular.Intake.Situations", "IIntakeStore")
                .Uses("Modular.Intake", "Modular.Intake.Situations", "SituationService")
                .Uses("Modular.Jobs", "Modular.Jobs.Ledger", "RunRecord")
                .Uses("Modular.Statistics", "Modular.Statistics.Facts", "IFactReader")
                .Uses("Modular.Storage", "Modular.Storage", "IDatabase"));
        HiddenStores.AreNotOpenedByTheHost(seed.Repository).BrokenBy(
            "Modular.Host → Modular.Intake.Situations.IIntakeStore", "Modular.Host → Modular.Statistics.Facts.IFactReader",
            "Modular.Host → Modular.Storage.IDatabase");
    }

    [TestMethod]
    public void Modules_show_their_internals_to_storage_and_tests_alone() => HiddenStores.AreShownToStorageAlone(Repository.Here).Kept();

    [TestMethod]
    public void A_module_that_shows_its_internals_to_the_host_is_named()
    {
        using var seed = new Seed().File("src/Modular.Intake/Modular.Intake.csproj", """
            <Project><ItemGroup>
              <InternalsVisibleTo Include="Modular.Storage;Modular.Host.Tests" /><InternalsVisibleTo Include="modular" />
            </ItemGroup></Project>
            """);
        HiddenStores.AreShownToStorageAlone(seed.Repository).BrokenBy("Modular.Intake → modular");
    }
}
