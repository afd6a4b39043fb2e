using System.Text.RegularExpressions;
using Modular.Architecture.Tests.Repositories;

namespace Modular.Architecture.Tests.Naming;

/// <summary>A name leads to one class, a namespace to one folder, and a file is read in one go.</summary>
internal static partial class SourceNames
{
    private const int Longest = 400;

    /// <summary>Projects whose folders are not namespaces yet. None is added.</summary>
    private static readonly string[] StillFlat = ["Modular.Reporting", "Modular.Statistics"];

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(
        @"^(?:(?:public|internal|file|sealed|abstract|static|partial|readonly) )*(?:class|record struct|record|interface|struct|enum) (?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex TopLevelType();

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

    public static IEnumerable<Breach> FollowFolders(Repository repository) => FollowFolders(repository, StillFlat);

    public static IEnumerable<Breach> FollowFolders(Repository repository, string[] stillFlat)
    {
        var astray = (from project in repository.Product
                      from source in repository.Sources([project], ".cs")
                      let space = NamespaceOf(source)
                      let folder = Path.GetDirectoryName(source.Path)!["src/".Length..].Replace('/', '.')
                      where space is not null && space != folder
                      select (Project: project.Name, source.Path, Folder: folder)).ToList();
        return astray.Where(one => !stillFlat.Contains(one.Project)).OrderBy(one => one.Path, StringComparer.Ordinal)
            .Select(one => new Breach(one.Path, $"its namespace is that of its folder, {one.Folder}"))
            .Concat(stillFlat.Except(astray.Select(one => one.Project))
                .Select(project => new Breach(project, "its namespaces follow its folders: take it off the list")));
    }

    public static IEnumerable<Breach> AreReadInOneGo(Repository repository) =>
        from source in repository.Sources(repository.All, ".cs", ".cshtml")
        let lines = source.Text.AsSpan().TrimEnd().Count('\n') + 1
        where lines > Longest
        select new Breach(source.Path, $"{lines} lines: what is longer than {Longest} is two things");

    private static string? NamespaceOf(SourceFile source) => Namespace().Match(source.Text) is { Success: true } found ? found.Groups["name"].Value : null;
}
