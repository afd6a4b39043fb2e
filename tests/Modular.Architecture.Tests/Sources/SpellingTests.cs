using Modular.Architecture.Tests.Repositories;
using Modular.Architecture.Tests.Seeding;

namespace Modular.Architecture.Tests.Sources;

[TestClass]
public class SpellingTests
{
    [TestMethod]
    public void No_warning_is_silenced_in_source() => Spelling.Nowhere(Repository.Here).Kept();

    [TestMethod]
    public void A_file_that_silences_a_warning_is_named()
    {
        using var seed = new Seed().Project("src/Modular.Sites")
            .File("src/Modular.Sites/Loud.cs", "class Loud;")
            .File("src/Modular.Sites/Quiet.cs", "#pragma warning disable CS8602\nclass Quiet;")
            .File("src/Modular.Sites/Folded.cs", "class Folded {\n    #region Members\n}");
        Spelling.Nowhere(seed.Repository).OrderBy(breach => breach.Offender).BrokenBy("src/Modular.Sites/Folded.cs", "src/Modular.Sites/Quiet.cs");
    }

    [TestMethod]
    public void Tests_run_and_never_sleep() => Spelling.NotInTests(Repository.Here).Kept();

    [TestMethod]
    [DataRow("[TestMethod, Ignore] public void Later() { }")]
    [DataRow("[Ignore(\"later\")] public void Later() { }")]
    [DataRow("await Task.Delay(100);")]
    [DataRow("Thread.Sleep(100);")]
    public void A_test_that_sleeps_or_does_not_run_is_named(string line)
    {
        using var seed = new Seed().Project("tests/Modular.Sites.Tests").Project("src/Modular.Sites")
            .File("tests/Modular.Sites.Tests/WatchTests.cs", line)
            .File("src/Modular.Sites/Watch.cs", line);
        Spelling.NotInTests(seed.Repository).BrokenBy("tests/Modular.Sites.Tests/WatchTests.cs");
    }

    [TestMethod]
    public void Every_test_decides_in_CI() => Spelling.DecidedInCI(Repository.Here).Kept();

    [TestMethod]
    public void A_test_that_stays_undecided_in_CI_is_named()
    {
        using var seed = new Seed().Project("tests/Modular.Sites.Tests")
            .File("tests/Modular.Sites.Tests/Always.cs", "Assert.Inconclusive();")
            .File("tests/Modular.Sites.Tests/AtADesk.cs", "if (Environment.GetEnvironmentVariable(\"CI\") is null) { Assert.Inconclusive(); }");
        Spelling.DecidedInCI(seed.Repository).BrokenBy("tests/Modular.Sites.Tests/Always.cs");
    }

    [TestMethod]
    public void Folders_and_files_are_named_by_concept() => Spelling.NamesAreConcepts(Repository.Here).Kept();

    [TestMethod]
    [DataRow("Helpers/Dates.cs", true)]
    [DataRow("PluginManager.cs", true)]
    [DataRow("Common/Week.cs", true)]
    [DataRow("Core/Week.cs", true)]
    [DataRow("CommonCore/Keys.cs", false)]
    [DataRow("Weeks/Week.cs", false)]
    public void A_name_that_says_nothing_is_named(string file, bool vague)
    {
        using var seed = new Seed().Project("src/Modular.Presence").File($"src/Modular.Presence/{file}", "");
        Spelling.NamesAreConcepts(seed.Repository).BrokenBy(vague ? [$"src/Modular.Presence/{file}"] : []);
    }
}
