using Modular.Architecture.Tests.Assemblies;
using Modular.Architecture.Tests.Repositories;

namespace Modular.Architecture.Tests.Surface;

/// <summary>Types are internal unless another project needs them.</summary>
internal static class PublicTypes
{
    // The compiler makes it public for a web project.
    private const string EntryPoint = "Program";

    public static IEnumerable<Breach> AreNeededElsewhere(Repository repository)
    {
        var assemblies = repository.Product.Where(project => project.Name != "Modular.Contracts")
            .Select(project => (Project: project, Assembly: repository.Assembly(project))).ToList();
        return from own in assemblies
               let others = assemblies.Where(other => other != own).ToList()
               let used = others.SelectMany(other => other.Assembly.Types.Where(type => type.Assembly == own.Assembly.Name)).Select(type => type.FullName)
               let named = NamedInSource(repository, own.Project, own.Assembly)
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

    /// <summary>What metadata does not tell: constants that the compiler copied, and what other projects' tests call.</summary>
    private static IEnumerable<string> NamedInSource(Repository repository, Project own, BuiltAssembly assembly)
    {
        var product = Text(repository, repository.Product.Where(project => project != own));
        // A project's own tests see its internals; the architecture tests only speak of types.
        var tests = Text(repository, repository.Tests.Where(project => project.Name != $"{own.Name}.Tests" && project.Name != "Modular.Architecture.Tests"));
        return from type in assembly.Shown
               let use = type.FullName[(type.FullName.LastIndexOf('.') + 1)..] + "."
               where (type.HasConstants && product.Contains(use, StringComparison.Ordinal)) || tests.Contains(use, StringComparison.Ordinal)
               select type.FullName;
    }

    private static string Text(Repository repository, IEnumerable<Project> projects) =>
        string.Join('\n', repository.Sources(projects, ".cs", ".cshtml").Select(source => source.Text));
}
