using Scriban.Syntax;

namespace Modular.Reporting.Templates.Checking;

/// <summary>Which names of a template hold what follows from figures, which are rows, and which count the rounds of a loop.</summary>
internal sealed class NameOrigins
{
    private readonly HashSet<string> _figures;
    private readonly HashSet<string> _rows = ["for"];
    private readonly HashSet<string> _counters = [];
    private readonly HashSet<string> _functions;

    public NameOrigins(ScriptNode page, IEnumerable<string> figures)
    {
        var all = All(page).ToList();
        _figures = [.. figures, "compared"];
        _functions = [.. all.OfType<ScriptFunction>().Select(function => function.NameOrDoToken).OfType<ScriptVariable>().Select(name => name.Name)];
        _rows.UnionWith(all.OfType<ScriptForStatement>().Select(loop => loop.Variable).OfType<ScriptVariable>().Select(name => name.Name));
        foreach (var repeated in all.Where(Repeats))
        {
            _counters.UnionWith(All(repeated).SelectMany(Given).Select(given => given.Name));
        }

        int known;
        do
        {
            known = _figures.Count;
            _figures.UnionWith(all.SelectMany(Given).Where(given => given.From is null || AreOfFigures(given.From)).Select(given => given.Name));
        }
        while (_figures.Count > known);
    }

    public bool AreOfFigures(ScriptNode node) => Variables(node).Any(name => name is ScriptVariableLocal || _figures.Contains(name.Name));

    public bool AreOfRows(ScriptNode node) => Variables(node).Any(name => _rows.Contains(name.Name));

    /// <summary>A loop that goes on while this is so might never end if it were assumed.</summary>
    public bool Count(ScriptNode node) => Variables(node).Any(name => _counters.Contains(name.Name));

    private static IEnumerable<ScriptNode> All(ScriptNode node) => node.Children.SelectMany(All).Prepend(node);

    private static IEnumerable<ScriptVariable> Variables(ScriptNode node) => node switch
    {
        ScriptMemberExpression { Target: { } target } => Variables(target),
        ScriptVariable name => [name],
        _ => node.Children.SelectMany(Variables),
    };

    private bool Repeats(ScriptNode node) =>
        node is ScriptWhileStatement || (node is ScriptFunction { Body: { } body } && Variables(body).Any(name => _functions.Contains(name.Name)));

    private static IEnumerable<(string Name, ScriptNode? From)> Given(ScriptNode node)
    {
        var (name, from) = node switch
        {
            ScriptAssignExpression assign => ((ScriptNode?)assign.Target, (ScriptNode?)assign.Value),
            ScriptCaptureStatement capture => (capture.Target, capture.Body),
            ScriptForStatement loop => (loop.Variable, loop.Iterator),
            ScriptFunction function => (function.NameOrDoToken, function.Body),
            ScriptIncrementDecrementExpression step => (step.Right, step.Right),
            ScriptParameter parameter => (parameter.Name, null),
            _ => (null, null),
        };
        return name is ScriptVariable variable ? node is ScriptForStatement ? [(variable.Name, from), ("for", from)] : [(variable.Name, from)] : [];
    }
}
