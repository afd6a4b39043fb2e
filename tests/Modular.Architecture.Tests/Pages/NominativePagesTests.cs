using Modular.Architecture.Tests.Repositories;
using Modular.Architecture.Tests.Seeding;

namespace Modular.Architecture.Tests.Pages;

[TestClass]
public class NominativePagesTests
{
    [TestMethod]
    public void Pages_that_know_intake_are_for_workers() => NominativePages.AreForWorkers(Repository.Here).Kept();

    [TestMethod]
    public void A_coordinators_page_that_knows_intake_is_named()
    {
        const string Pages = "src/Modular.Host/Pages";
        using var seed = new Seed().Project("src/Modular.Host")
            .File($"{Pages}/Situations/Fiche.cshtml", "@page\n@using Modular.Intake.Situations")
            .File($"{Pages}/Situations/Fiche.cshtml.cs", "[Authorize(Policy = Policies.Worker)] class FicheModel;")
            .File($"{Pages}/Index.cshtml.cs", "using Modular.Host.Intake; class IndexModel { object? Scope => SituationScope.Of(viewer); }")
            .File($"{Pages}/Bilans/Bilan.cshtml", "@page")
            .File($"{Pages}/Bilans/Bilan.cshtml.cs", "using Modular.Intake.Situations; [Authorize(Policy = Policies.Team)] class BilanModel;")
            .File($"{Pages}/Administration/Taches.cshtml", "@page\n@using Modular.Intake.Forms");
        NominativePages.AreForWorkers(seed.Repository).OrderBy(breach => breach.Offender)
            .BrokenBy($"{Pages}/Administration/Taches.cshtml", $"{Pages}/Bilans/Bilan.cshtml.cs");
    }

    [TestMethod]
    public void Pages_that_moved_away_from_the_rule_are_named()
    {
        using var seed = new Seed().Project("src/Modular.Host").File("src/Modular.Host/Screens/Fiche.cshtml", "@page\n@using Modular.Intake.Situations");
        NominativePages.AreForWorkers(seed.Repository).BrokenBy("src/Modular.Host/Pages");
    }

    [TestMethod]
    public void Intake_imported_into_every_page_is_named()
    {
        using var seed = new Seed().Project("src/Modular.Host").File("src/Modular.Host/Pages/_ViewImports.cshtml", "@using Modular.Intake.Situations");
        NominativePages.AreForWorkers(seed.Repository).BrokenBy("src/Modular.Host/Pages/_ViewImports.cshtml");
    }
}
