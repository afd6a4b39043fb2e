using Scriban.Syntax;

namespace Modular.Reporting.Templates.Checking;

/// <summary>Which names of a template hold what follows from figures, and which are rows.</summary>
internal sealed class NameOrigins
{
    private readonly HashSet<string> _figures;
    private readonly HashSet<string> _rows = ["for"];

    public NameOrigins(ScriptNode page, IEnumerable<string> figures)
    {
        var all = All(page).ToList();
        _figures = [.. figures, "compared"];
        _rows.UnionWith(all.OfType<ScriptForStatement>().Select(loop => loop.Variable).OfType<ScriptVariable>().Select(name => name.Name));

        int known;
        do
        {
            known = _figures.Count;
            _figures.UnionWith(all.SelectMany(Given).Where(given => given.From is null || AreOfFigures(given.From)).Select(given => given.Name));
        }
        while (_figures.Count > known);
    }

    public bool AreOfFigures(ScriptNode node) => Variables(node).Any(name => name is ScriptVariableLocal || _figures.Contains(name.Name));

    /// <summary>A local name is what a function is given of a list.</summary>
    public bool AreOfRows(ScriptNode node) => Variables(node).Any(name => name is ScriptVariableLocal || _rows.Contains(name.Name));

    private static IEnumerable<ScriptNode> All(ScriptNode node) => node.Children.SelectMany(All).Prepend(node);

    private static IEnumerable<ScriptVariable> Variables(ScriptNode node) => node switch
    {
        ScriptMemberExpression { Target: { } target } => Variables(target),
        ScriptVariable name => [name],
        _ => node.Children.SelectMany(Variables),
    };

    private static IEnumerable<(string Name, ScriptNode? From)> Given(ScriptNode node)
    {
        var (name, from) = node switch
        {
            ScriptAssignExpression assign => ((ScriptNode?)assign.Target, (ScriptNode?)assign.Value),
            ScriptCaptureStatement capture => (capture.Target, capture.Body),
            ScriptForStatement loop => (loop.Variable, loop.Iterator),
            ScriptIncrementDecrementExpression step => (step.Right, step.Right),
            ScriptParameter parameter => (parameter.Name, null),
            _ => (null, null),
        };
        return name is ScriptVariable variable ? node is ScriptForStatement ? [(variable.Name, from), ("for", from)] : [(variable.Name, from)] : [];
    }
}
