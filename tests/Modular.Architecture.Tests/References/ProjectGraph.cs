using Modular.Architecture.Tests.Repositories;

namespace Modular.Architecture.Tests.References;

internal sealed class ProjectGraph(IEnumerable<Project> projects)
{
    private readonly ILookup<string, string> _references = projects
        .SelectMany(project => project.References.Select(reference => (project.Name, reference)))
        .ToLookup(edge => edge.Name, edge => edge.reference);

    /// <summary>What a project reaches, by however many steps.</summary>
    public IReadOnlySet<string> Reached(string from)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>(_references[from]);
        while (open.TryPop(out var next))
        {
            if (reached.Add(next))
            {
                foreach (var further in _references[next])
                {
                    open.Push(further);
                }
            }
        }

        return reached;
    }
}
