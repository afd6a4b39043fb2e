using Modular.Architecture.Tests.Repositories;
using Modular.Architecture.Tests.Seeding;

namespace Modular.Architecture.Tests.Surface;

[TestClass]
public class PublicTypesTests
{
    [TestMethod]
    public void Every_public_type_is_needed_by_another_project() => PublicTypes.AreNeededElsewhere(Repository.Here).Kept();

    [TestMethod]
    public void A_public_type_that_nobody_else_needs_is_named()
    {
        using var seed = new Seed()
            .Module("Modular.Presence", built => built
                .Shows("Modular.Presence", "Calendar", ("Modular.Presence", "Modular.Presence", "Occurrence"))
                .Shows("Modular.Presence", "Occurrence")
                .Shows("Modular.Presence", "Easter"))
            .Module("Modular.Host", built => built.Uses("Modular.Presence", "Modular.Presence", "Calendar"));
        PublicTypes.AreNeededElsewhere(seed.Repository).BrokenBy("Modular.Presence.Easter");
    }

    [TestMethod]
    public void A_type_that_another_assembly_has_by_the_same_name_does_not_count()
    {
        using var seed = new Seed()
            .Module("Modular.Presence", built => built.Shows("Modular.Shared", "Week"))
            .Module("Modular.Host", built => built.Uses("Modular.Reporting", "Modular.Shared", "Week"));
        PublicTypes.AreNeededElsewhere(seed.Repository).BrokenBy("Modular.Shared.Week");
    }

    [TestMethod]
    public void What_another_projects_tests_call_is_needed_and_what_only_its_own_call_is_not()
    {
        using var seed = new Seed()
            .Module("Modular.Sites", built => built.Shows("Modular.Sites", "SiteLoader").Shows("Modular.Sites", "SiteFolder"))
            .Project("tests/Modular.Sites.Tests").File("tests/Modular.Sites.Tests/FolderTests.cs", "SiteFolder.Read(path);")
            .Project("tests/Modular.Intake.Tests").File("tests/Modular.Intake.Tests/Sites.cs", "SiteLoader.Load(path);");
        PublicTypes.AreNeededElsewhere(seed.Repository).BrokenBy("Modular.Sites.SiteFolder");
    }
}
