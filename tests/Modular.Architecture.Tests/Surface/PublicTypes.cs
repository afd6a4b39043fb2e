using Modular.Architecture.Tests.Assemblies;
using Modular.Architecture.Tests.Repositories;

namespace Modular.Architecture.Tests.Surface;

/// <summary>Types are internal unless another project of the product needs them.</summary>
internal static class PublicTypes
{
    // The compiler makes it public for a web project.
    private const string EntryPoint = "Program";

    public static IEnumerable<Breach> AreNeededElsewhere(Repository repository)
    {
        var assemblies = repository.Product.Where(project => project.Name != "Modular.Contracts").Select(project => (Project: project, Assembly: repository.Assembly(project))).ToList();
        return from own in assemblies
               let others = assemblies.Where(other => other != own).ToList()
               let used = others.SelectMany(other => other.Assembly.Types.Where(type => type.Assembly == own.Assembly.Name)).Select(type => type.FullName)
               let named = NamedInSource(repository, own.Assembly, others.Select(other => other.Project))
               let needed = Closure(own.Assembly, used.Concat(named))
               from type in own.Assembly.Shown
               where !needed.Contains(type.FullName) && type.FullName != EntryPoint
               orderby type.FullName
               select new Breach(type.FullName, "no other project needs it: it is internal");
    }

    /// <summary>The types needed outside, and those that their visible signatures name in turn.</summary>
    private static HashSet<string> Closure(BuiltAssembly assembly, IEnumerable<string> roots)
    {
        var shown = assembly.Shown.ToDictionary(type => type.FullName);
        var needed = new HashSet<string>();
        var open = new Stack<string>(roots);
        while (open.TryPop(out var name))
        {
            if (!shown.TryGetValue(name, out var type) || !needed.Add(name))
            {
                continue;
            }

            foreach (var next in type.Signatures.Concat(Around(shown, name)))
            {
                open.Push(next);
            }
        }

        return needed;
    }

    // A nested type and the one around it are one surface.
    private static IEnumerable<string> Around(Dictionary<string, ShownType> shown, string name) =>
        shown.Keys.Where(other => other.StartsWith(name + ".", StringComparison.Ordinal) || name.StartsWith(other + ".", StringComparison.Ordinal));

    private static IEnumerable<string> NamedInSource(Repository repository, BuiltAssembly assembly, IEnumerable<Project> others)
    {
        var constants = assembly.Shown.Where(type => type.OnlyConstants).ToList();
        if (constants.Count == 0)
        {
            return [];
        }

        var sources = repository.Sources(others, ".cs", ".cshtml").Select(source => source.Text).ToList();
        return constants.Select(type => type.FullName).Where(name => sources.Any(text => text.Contains(name[(name.LastIndexOf('.') + 1)..] + ".", StringComparison.Ordinal)));
    }
}
