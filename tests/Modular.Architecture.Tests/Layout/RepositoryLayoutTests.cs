using Modular.Architecture.Tests.Repositories;
using Modular.Architecture.Tests.Seeding;

namespace Modular.Architecture.Tests.Layout;

[TestClass]
public class RepositoryLayoutTests
{
    [TestMethod]
    public void The_top_level_holds_what_is_agreed() => RepositoryLayout.TopLevelIsAgreed(Repository.Here).Kept();

    [TestMethod]
    public void A_stray_file_or_folder_at_the_top_is_named()
    {
        using var seed = new Seed()
            .File(".gitignore", "data/\nbin/\n").File("data/modular.db", "").File("src/Modular.Sites/Fault.cs", "").File(".ci/run", "")
            .File("docs/guide.md", "").File("notes.txt", "");
        RepositoryLayout.TopLevelIsAgreed(seed.Repository).BrokenBy("docs", "notes.txt");
    }

    [TestMethod]
    public void The_solution_holds_every_project() => RepositoryLayout.SolutionHoldsEveryProject(Repository.Here).Kept();

    [TestMethod]
    public void A_project_outside_the_solution_and_one_that_is_gone_are_named()
    {
        using var seed = new Seed().Project("src/Modular.Sites").Project("plugins/Limoges").File("Modular.sln", """
            Project("{FAE04EC0}") = "Modular.Sites", "src\Modular.Sites\Modular.Sites.csproj", "{045F1C6B}"
            EndProject
            Project("{FAE04EC0}") = "Modular.Gone", "src\Modular.Gone\Modular.Gone.csproj", "{168AF5FA}"
            EndProject
            """);
        RepositoryLayout.SolutionHoldsEveryProject(seed.Repository).BrokenBy("plugins/Limoges/Limoges.csproj", "src/Modular.Gone/Modular.Gone.csproj");
    }

    [TestMethod]
    public void Tests_mirror_the_product() => RepositoryLayout.TestsMirrorTheProduct(Repository.Here).Kept();

    [TestMethod]
    public void A_project_without_a_test_is_named()
    {
        using var seed = new Seed().Project("src/Modular.Sites").Project("src/Modular.Jobs").Project("src/Modular.Access")
            .Project("tests/Modular.Sites.Tests", references: ["Modular.Sites"])
            .File("tests/Modular.Sites.Tests/CheckTests.cs", "[TestMethod] public void Checked() { }")
            .Project("tests/Modular.Jobs.Tests", references: ["Modular.Jobs"]).File("tests/Modular.Jobs.Tests/Empty.cs", "");
        RepositoryLayout.TestsMirrorTheProduct(seed.Repository).BrokenBy("Modular.Access", "Modular.Jobs");
    }
}
