using Modular.Architecture.Tests.Repositories;
using Modular.Architecture.Tests.Seeding;

namespace Modular.Architecture.Tests.Stores;

[TestClass]
public class OneFacadeTests
{
    [TestMethod]
    public void One_facade_opens_the_situations() => OneFacade.OpensTheSituations(Repository.Here).Kept();

    [TestMethod]
    public void One_facade_journals_what_happens_to_situations() => OneFacade.JournalsThem(Repository.Here).Kept();

    [TestMethod]
    public void An_import_and_a_page_that_open_the_store_are_named()
    {
        using var seed = Sound()
            .File("src/Modular.Intake/Exchange/SituationImport.cs", "class SituationImport(IIntakeStore store);")
            .Project("src/Modular.Host").File("src/Modular.Host/Pages/Saisines.cshtml", "@inject IIntakeStore Store");
        OneFacade.OpensTheSituations(seed.Repository).BrokenBy("src/Modular.Host/Pages/Saisines.cshtml", "src/Modular.Intake/Exchange/SituationImport.cs");
    }

    [TestMethod]
    public void An_export_that_journals_by_itself_is_named()
    {
        using var seed = Sound().File("src/Modular.Intake/Exchange/SituationExport.cs", "class SituationExport(IAccessJournal journal);");
        OneFacade.JournalsThem(seed.Repository).BrokenBy("src/Modular.Intake/Exchange/SituationExport.cs");
    }

    [TestMethod]
    public void A_facade_that_was_renamed_away_is_named()
    {
        using var seed = Sound().File("src/Modular.Intake/Situations/SituationService.cs", "class Situations(ISituationStore store);");
        OneFacade.OpensTheSituations(seed.Repository).BrokenBy("src/Modular.Intake/Situations/SituationService.cs");
        OneFacade.JournalsThem(seed.Repository).BrokenBy("src/Modular.Intake/Situations/SituationService.cs");
    }

    private static Seed Sound() => new Seed().Project("src/Modular.Intake")
        .File("src/Modular.Intake/Situations/SituationService.cs", "class SituationService(IIntakeStore store, IAccessJournal journal);")
        .File("src/Modular.Intake/Situations/IIntakeStore.cs", "interface IIntakeStore;")
        .File("src/Modular.Intake/Situations/SituationCipher.cs", "class SituationCipher(IIntakeStore store);")
        .File("src/Modular.Intake/Facts/PendingFacts.cs", "class PendingFacts(IIntakeStore store);")
        .File("src/Modular.Intake/Secrecy/StoredKeysCheck.cs", "class StoredKeysCheck(IIntakeStore store);")
        .File("src/Modular.Intake/IntakeServices.cs", "Get<IIntakeStore>(); Get<IAccessJournal>();");
}
