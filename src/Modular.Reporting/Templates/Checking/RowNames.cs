using Modular.Contracts.Reports;
using Scriban.Syntax;

namespace Modular.Reporting.Templates.Checking;

/// <summary>Which expressions of a template are rows of a figure, through pipes and the names that the template gave them.</summary>
internal sealed class RowNames(IReadOnlyDictionary<string, FigureDefinition> figures)
{
    private static readonly string[] SameRows = ["compact", "filter", "limit", "offset", "reverse", "sort", "uniq"];

    private readonly Dictionary<string, (bool IsRow, bool AreRows)> _names = [];

    /// <summary>A name that is a row here and something else there is followed no further; one that is nothing yet is.</summary>
    public void Name(string name, ScriptNode node)
    {
        if (node is ScriptAssignExpression { Value: ScriptLiteral { Value: null } })
        {
            return;
        }

        var now = node switch
        {
            ScriptForStatement loop => (AreRows(loop.Iterator), false),
            ScriptAssignExpression assign => (IsRow(assign.Value), AreRows(assign.Value)),
            _ => (false, false),
        };
        _names[name] = !_names.TryGetValue(name, out var before) || before == now ? now : (false, false);
    }

    public bool IsRow(ScriptExpression? expression) => expression switch
    {
        ScriptVariableGlobal name => _names.GetValueOrDefault(name.Name).IsRow,
        ScriptNestedExpression nested => IsRow(nested.Expression),
        ScriptIndexerExpression { Target: { } target } => AreRows(target),
        ScriptPipeCall pipe =>
            Stages(pipe) is [var from, .. var between, var to] && AreRows(from) && between.All(IsSame) && Function(to) is ("first" or "last"),
        ScriptFunctionCall { Arguments: [ScriptExpression from] } call => AreRows(from) && Function(call) is ("first" or "last"),
        _ => false,
    };

    /// <summary>The members of rows that functions of lists are told by name.</summary>
    public IEnumerable<ScriptLiteral> Named(ScriptNode node) => node switch
    {
        ScriptFunctionCall { Arguments: [ScriptExpression from, ScriptLiteral named, ..] } call when AreRows(from) && GoesBy(call) => [named],
        ScriptPipeCall pipe when Stages(pipe) is [var from, .. var stages] && AreRows(from) => stages
            .TakeWhile((_, index) => stages.Take(index).All(IsSame))
            .OfType<ScriptFunctionCall>().Where(GoesBy).Select(call => call.Arguments.FirstOrDefault()).OfType<ScriptLiteral>(),
        _ => [],
    };

    /// <summary>The engine sets a pipe within a pipe: here they come one after the other.</summary>
    private static ScriptExpression[] Stages(ScriptExpression expression) =>
        expression is ScriptPipeCall { From: { } from, To: { } to } ? [.. Stages(from), .. Stages(to)] : [expression];

    private static bool IsSame(ScriptExpression stage) => SameRows.Contains(Function(stage));

    private static bool GoesBy(ScriptFunctionCall call) => Function(call) is ("sort" or "map");

    private bool AreRows(ScriptExpression? expression) => expression switch
    {
        ScriptVariableGlobal name => _names.GetValueOrDefault(name.Name).AreRows,
        ScriptMemberExpression { Target: ScriptVariableGlobal figure, Member.Name: "rows" } => figures.ContainsKey(figure.Name),
        ScriptNestedExpression nested => AreRows(nested.Expression),
        ScriptPipeCall pipe => Stages(pipe) is [var from, .. var between] && AreRows(from) && between.All(IsSame),
        ScriptFunctionCall { Arguments: [ScriptExpression from, ..] } call => AreRows(from) && SameRows.Contains(Function(call)),
        _ => false,
    };

    public static string? Function(ScriptExpression? called) => called switch
    {
        ScriptFunctionCall call => Function(call.Target),
        ScriptMemberExpression { Target: ScriptVariableGlobal { Name: "array" }, Member.Name: var name } => name,
        _ => null,
    };
}
