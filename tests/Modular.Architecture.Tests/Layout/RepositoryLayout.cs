using System.Text.RegularExpressions;
using Modular.Architecture.Tests.Repositories;

namespace Modular.Architecture.Tests.Layout;

/// <summary>Where things stand: the top level, the solution, and a mirror of tests.</summary>
internal static partial class RepositoryLayout
{
    private static readonly HashSet<string> TopLevel =
    [
        "src", "plugins", "tests", "config", "Modular.sln", "build.ps1", "README.md",
        "Directory.Build.props", "Directory.Packages.props", "Directory.Solution.targets", "global.json",
    ];

    [GeneratedRegex(@"^Project\(.*?\) = "".*?"", ""(?<path>[^""]+\.csproj)""", RegexOptions.Multiline)]
    private static partial Regex SolutionProject();

    [GeneratedRegex(@"\[(TestMethod|DataTestMethod)\b")]
    private static partial Regex TestMethod();

    public static IEnumerable<Breach> TopLevelIsAgreed(Repository repository)
    {
        var ignored = File.ReadLines(Path.Combine(repository.Root, ".gitignore")).Select(line => line.TrimEnd('/')).ToHashSet();
        return from entry in Directory.EnumerateFileSystemEntries(repository.Root)
               let name = Path.GetFileName(entry)
               where !name.StartsWith('.') && !TopLevel.Contains(name) && !ignored.Contains(name)
               orderby name
               select new Breach(name, "nothing else stands at the top level");
    }

    public static IEnumerable<Breach> SolutionHoldsEveryProject(Repository repository)
    {
        var listed = SolutionProject().Matches(File.ReadAllText(Path.Combine(repository.Root, "Modular.sln")))
            .Select(match => match.Groups["path"].Value.Replace('\\', '/')).ToHashSet();
        var found = repository.All.Select(project => Path.GetRelativePath(repository.Root, project.File).Replace('\\', '/')).ToList();
        return found.Where(path => !listed.Contains(path)).Select(path => new Breach(path, "it is not in Modular.sln, so nobody builds or tests it"))
            .Concat(listed.Except(found).Where(path => !File.Exists(Path.Combine(repository.Root, path)))
                .Select(path => new Breach(path, "Modular.sln names it, and it is not there")));
    }

    public static IEnumerable<Breach> TestsMirrorTheProduct(Repository repository)
    {
        var tests = repository.Tests.ToDictionary(project => project.Name);
        return from project in repository.Product
               where project.Name != "Modular.Contracts"
               let mirror = tests.GetValueOrDefault($"{project.Name}.Tests")
               where mirror is null || !mirror.References.Contains(project.Name)
                   || !repository.Sources([mirror], ".cs").Any(source => TestMethod().IsMatch(source.Text))
               select new Breach(project.Name, $"tests/{project.Name}.Tests does not test it");
    }
}
