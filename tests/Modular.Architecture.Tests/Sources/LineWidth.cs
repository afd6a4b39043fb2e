using Modular.Architecture.Tests.Repositories;

namespace Modular.Architecture.Tests.Sources;

/// <summary>A line is read without scrolling.</summary>
internal static class LineWidth
{
    private const int Widest = 160;

    /// <summary>Projects that still have wider lines. None is added.</summary>
    private static readonly string[] StillWide = ["Modular.Benchmarks", "Modular.Browser.Tests", "Modular.Product.Tests"];

    public static IEnumerable<Breach> IsKept(Repository repository) => IsKept(repository, StillWide);

    public static IEnumerable<Breach> IsKept(Repository repository, string[] stillWide) =>
        from source in repository.Sources(repository.All.Where(project => !stillWide.Contains(project.Name)), ".cs", ".cshtml")
        from line in source.Text.Split('\n').Index()
        let columns = line.Item.TrimEnd('\r').Length
        where columns > Widest
        select new Breach($"{source.Path}:{line.Index + 1}", $"{columns} columns: a line has {Widest} at most");
}
