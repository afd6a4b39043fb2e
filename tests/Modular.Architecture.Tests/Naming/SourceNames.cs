using System.Text.RegularExpressions;
using Modular.Architecture.Tests.Repositories;

namespace Modular.Architecture.Tests.Naming;

/// <summary>A name leads to one class, a namespace to one folder, and a file is read in one go.</summary>
internal static partial class SourceNames
{
    private const int Longest = 400;

    /// <summary>Words that once named types and said nothing to a newcomer: a service, a folder, a calendar, a version says what is meant.</summary>
    private static readonly string[] Removed =
    [
        "Abi", "Area", "Book", "Bound", "Checker", "Claim", "Clashes", "Desk", "Drawings", "Examiner", "Flaw", "Judgement", "Mark", "Marks", "Nearest",
        "Owners", "Piece", "Pieces", "Place", "Promise", "Pump", "Reach", "Remarks", "Rhythm", "Ring", "Sealer", "Sheet", "Shelf", "Slot", "Standing",
        "Step", "Supposition", "Suppositions", "Swap", "Tallied", "Tally", "Unasked", "Wish",
    ];

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(
        @"^(?:(?:public|internal|file|sealed|abstract|static|partial|readonly) )*(?:class|record struct|record|interface|struct|enum) (?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"\b(?:class|record struct|record|interface|struct|enum) (?<name>[A-Z]\w+)")]
    private static partial Regex AnyType();

    [GeneratedRegex("[A-Z][a-z]+")]
    private static partial Regex Word();

    public static IEnumerable<Breach> UseOrdinaryWords(Repository repository) =>
        from source in repository.Sources(repository.All, ".cs")
        where !source.Path.StartsWith("tests/Modular.Architecture.Tests/", StringComparison.Ordinal)
        from Match type in AnyType().Matches(source.Text)
        let name = type.Groups["name"].Value
        where name == "Is" || Word().Matches(name).Any(word => Removed.Contains(word.Value))
        select new Breach($"{source.Path}: {name}", "its name has a word that was given up: use the ordinary one");

    public static IEnumerable<Breach> NameOneType(Repository repository) =>
        from source in repository.Sources(repository.Product, ".cs")
        where !source.Path.Contains("/Pages/", StringComparison.Ordinal)
        let space = NamespaceOf(source)
        from Match type in TopLevelType().Matches(source.Text)
        group space by type.Groups["name"].Value into named
        let spaces = named.Distinct().Order(StringComparer.Ordinal).ToList()
        where spaces.Count > 1
        orderby named.Key
        select new Breach(named.Key, $"it is a type in {string.Join(", ", spaces)}: whoever reads the name must know which is meant");

    public static IEnumerable<Breach> FollowFolders(Repository repository) =>
        from source in repository.Sources(repository.Product, ".cs")
        let space = NamespaceOf(source)
        let folder = Path.GetDirectoryName(source.Path)!["src/".Length..].Replace('/', '.')
        where space is not null && space != folder
        orderby source.Path
        select new Breach(source.Path, $"its namespace is that of its folder, {folder}");

    public static IEnumerable<Breach> AreReadInOneGo(Repository repository) =>
        from source in repository.Sources(repository.All, ".cs", ".cshtml")
        let lines = source.Text.AsSpan().TrimEnd().Count('\n') + 1
        where lines > Longest
        select new Breach(source.Path, $"{lines} lines: what is longer than {Longest} is two things");

    private static string? NamespaceOf(SourceFile source) => Namespace().Match(source.Text) is { Success: true } found ? found.Groups["name"].Value : null;
}
