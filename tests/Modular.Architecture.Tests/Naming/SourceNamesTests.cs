using Modular.Architecture.Tests.Repositories;
using Modular.Architecture.Tests.Seeding;

namespace Modular.Architecture.Tests.Naming;

[TestClass]
public class SourceNamesTests
{
    [TestMethod]
    public void A_name_is_one_type() => SourceNames.NameOneType(Repository.Here).Kept();

    [TestMethod]
    public void A_name_of_two_types_is_named()
    {
        using var seed = new Seed().Project("src/Modular.Intake").Project("src/Modular.Sites")
            .File("src/Modular.Intake/Options.cs", "namespace Modular.Intake;\n\ninternal static class Options;")
            .File("src/Modular.Sites/Options.cs", "namespace Modular.Sites;\n\npublic sealed record Options(int Most);")
            .File("src/Modular.Sites/Key.cs", "namespace Modular.Sites;\n\ninternal record Key<T>;\n\nstatic class Key\n{\n    sealed class Options;\n}")
            .File("src/Modular.Sites/Parts.cs", "namespace Modular.Sites;\n\ninternal static partial class Parts;")
            .File("src/Modular.Sites/MoreParts.cs", "namespace Modular.Sites;\n\npartial class Parts;");
        SourceNames.NameOneType(seed.Repository).BrokenBy("Options");
    }

    [TestMethod]
    public void Namespaces_follow_folders() => SourceNames.FollowFolders(Repository.Here).Kept();

    [TestMethod]
    public void A_file_in_a_folder_of_another_name_and_a_project_that_is_needlessly_listed_are_named()
    {
        using var seed = new Seed().Project("src/Modular.Sites").Project("src/Modular.Jobs")
            .File("src/Modular.Sites/Checking/Check.cs", "namespace Modular.Sites.Checks;")
            .File("src/Modular.Sites/Checking/Whole.cs", "namespace Modular.Sites.Checking;")
            .File("src/Modular.Sites/Program.cs", "return 0;")
            .File("src/Modular.Jobs/Job.cs", "namespace Modular.Jobs;");
        SourceNames.FollowFolders(seed.Repository, ["Modular.Jobs"]).BrokenBy("src/Modular.Sites/Checking/Check.cs", "Modular.Jobs");
    }

    [TestMethod]
    public void A_file_is_read_in_one_go() => SourceNames.AreReadInOneGo(Repository.Here).Kept();

    [TestMethod]
    public void A_file_that_is_too_long_is_named()
    {
        using var seed = new Seed().Project("src/Modular.Sites").Project("tests/Modular.Sites.Tests")
            .File("src/Modular.Sites/Short.cs", string.Concat(Enumerable.Repeat("//\n", 400)))
            .File("tests/Modular.Sites.Tests/Long.cs", string.Concat(Enumerable.Repeat("//\n", 401)));
        SourceNames.AreReadInOneGo(seed.Repository).BrokenBy("tests/Modular.Sites.Tests/Long.cs");
    }
}
