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
    public void Types_are_named_in_ordinary_words() => SourceNames.UseOrdinaryWords(Repository.Here).Kept();

    [TestMethod]
    [DataRow("public sealed class PostDesk;", "PostDesk")]
    [DataRow("public sealed record DraftPlace;", "DraftPlace")]
    [DataRow("internal static class Is;", "Is")]
    [DataRow("class Outer\n{\n    private readonly record struct SlotKey(int At);\n}", "SlotKey")]
    [DataRow("public static class String;\n\ninternal sealed record Reached;", null)]
    public void A_type_named_by_a_word_that_was_given_up_is_named(string source, string? name)
    {
        using var seed = new Seed().Project("src/Modular.Presence").File("src/Modular.Presence/File.cs", source);
        SourceNames.UseOrdinaryWords(seed.Repository).BrokenBy(name is null ? [] : [$"src/Modular.Presence/File.cs: {name}"]);
    }

    [TestMethod]
    public void Namespaces_follow_folders() => SourceNames.FollowFolders(Repository.Here).Kept();

    [TestMethod]
    public void A_file_in_a_folder_of_another_name_is_named()
    {
        using var seed = new Seed().Project("src/Modular.Sites")
            .File("src/Modular.Sites/Checking/Check.cs", "namespace Modular.Sites.Checks;")
            .File("src/Modular.Sites/Checking/Flat.cs", "namespace Modular.Sites;")
            .File("src/Modular.Sites/Checking/Whole.cs", "namespace Modular.Sites.Checking;")
            .File("src/Modular.Sites/Program.cs", "return 0;");
        SourceNames.FollowFolders(seed.Repository).BrokenBy("src/Modular.Sites/Checking/Check.cs", "src/Modular.Sites/Checking/Flat.cs");
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
