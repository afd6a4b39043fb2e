using System.Text.RegularExpressions;
using Modular.Architecture.Tests.Repositories;

namespace Modular.Architecture.Tests.Sources;

/// <summary>What no source file says.</summary>
internal static partial class Spelling
{
    private static readonly (Regex Banned, string Reason)[] EverywhereBanned =
    [
        (Pragma(), "a warning is mended, not silenced"),
        (Region(), "a file that wants regions wants to be two files"),
    ];

    private static readonly (Regex Banned, string Reason)[] InTestsBanned =
    [
        (Ignored(), "a test that does not run proves nothing: mend it or take it away"),
        (Sleep(), "a test waits for what happens, never for time to pass"),
    ];

    [GeneratedRegex(@"#pragma\s+warning\s+disable|SuppressMessage\(")]
    private static partial Regex Pragma();

    [GeneratedRegex(@"^\s*#region\b", RegexOptions.Multiline)]
    private static partial Regex Region();

    [GeneratedRegex(@"[\[,]\s*Ignore\s*[(\],]")]
    private static partial Regex Ignored();

    [GeneratedRegex(@"\bAssert\.Inconclusive\b")]
    private static partial Regex Undecided();

    [GeneratedRegex(@"\bThread\.Sleep\b|\bTask\.Delay\b|\bSpinWait\b|\bWaitForTimeoutAsync\b")]
    private static partial Regex Sleep();

    [GeneratedRegex(@"(^|[a-z\d])(Helpers?|Managers?|Utils?|Utilities|Utility|Common|Misc)$|^Core$")]
    private static partial Regex Vague();

    public static IEnumerable<Breach> Nowhere(Repository repository) => Said(repository, repository.All, EverywhereBanned);

    public static IEnumerable<Breach> NotInTests(Repository repository) => Said(repository, repository.Tests, InTestsBanned);

    /// <summary>A newcomer may lack a browser or a parser, and is told so; the check that lands changes has them, and there a test decides.</summary>
    public static IEnumerable<Breach> DecidedInCI(Repository repository) =>
        from source in repository.Sources(repository.Tests, ".cs")
        where !IsOwn(source) && Undecided().IsMatch(source.Text) && !source.Text.Contains("\"CI\"", StringComparison.Ordinal)
        select new Breach(source.Path, "a test may stay undecided on a desk, never in CI");

    /// <summary>Folders and files are named by concept.</summary>
    public static IEnumerable<Breach> NamesAreConcepts(Repository repository) =>
        from source in repository.Sources(repository.All, ".cs", ".cshtml")
        from part in source.Path.Split('/')
        where Vague().IsMatch(part.Split('.')[0])
        select new Breach(source.Path, $"{part} says nothing of what is in it: name the concept");

    private static IEnumerable<Breach> Said(Repository repository, IEnumerable<Project> projects, (Regex Banned, string Reason)[] rules) =>
        from source in repository.Sources(projects, ".cs", ".cshtml")
        where !IsOwn(source)
        from rule in rules
        where rule.Banned.IsMatch(source.Text)
        select new Breach(source.Path, rule.Reason);

    // Here stand the very words that are looked for.
    private static bool IsOwn(SourceFile source) => source.Path.StartsWith("tests/Modular.Architecture.Tests/Sources/", StringComparison.Ordinal);
}
