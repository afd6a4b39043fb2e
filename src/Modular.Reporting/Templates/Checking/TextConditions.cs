using Modular.Reporting.Templates.Values;
using Scriban.Syntax;

namespace Modular.Reporting.Templates.Checking;

/// <summary>Conditions that rest on texts are tried both ways: invented figures have not all the labels and years there will be.</summary>
internal static class TextConditions
{
    /// <summary>Each is tried alone against all others: their number is the check's time.</summary>
    public const int Most = 40;

    public static readonly Sentence TooMany = new(
        $"this template compares texts in too many places: {Most} at most.",
        $"Ce modèle compare des textes à trop d’endroits\u202F: {Most} au plus.");

    public static IReadOnlyList<ScriptNode> Of(ScriptNode page) =>
        [.. Found(page).Distinct<ScriptNode>(ReferenceEqualityComparer.Instance).OrderBy(node => node.Span.Start.Offset)];

    /// <summary>All hold; none does; each alone does; each alone does not.</summary>
    public static IEnumerable<AssumedConditions> Ways(IReadOnlyList<ScriptNode> conditions) => conditions.Count == 0 ? [] :
        from one in conditions.Select(condition => (ScriptNode?)condition).Prepend(null)
        from holds in new[] { true, false }
        select new AssumedConditions(conditions.ToDictionary<ScriptNode, ScriptNode, bool>(
            condition => condition,
            condition => one is null || ReferenceEquals(condition, one) ? holds : !holds,
            ReferenceEqualityComparer.Instance));

    private static IEnumerable<ScriptNode> Found(ScriptNode node)
    {
        IEnumerable<ScriptNode> here = node switch
        {
            ScriptIfStatement { Condition: { } condition } => Leaves(condition),
            ScriptConditionalExpression { Condition: { } condition } => Leaves(condition),
            ScriptBinaryExpression { Operator: >= ScriptBinaryOperator.CompareEqual and <= ScriptBinaryOperator.CompareGreater } comparison =>
                IsText(comparison) ? [comparison] : [],
            ScriptWhenStatement option => option.Values.Any(IsText) ? [option] : [],
            _ => [],
        };
        // A loop that goes on while a text is not another would never end.
        var within = node.Children.Where(child => node is not ScriptWhileStatement loop || ReferenceEquals(child, loop.Body));
        return here.Concat(within.SelectMany(Found));
    }

    private static IEnumerable<ScriptNode> Leaves(ScriptNode condition) => condition switch
    {
        ScriptBinaryExpression { Operator: ScriptBinaryOperator.And or ScriptBinaryOperator.Or } both => Leaves(both.Left!).Concat(Leaves(both.Right!)),
        ScriptUnaryExpression { Operator: ScriptUnaryOperator.Not, Right: { } negated } => Leaves(negated),
        ScriptNestedExpression { Expression: { } nested } => Leaves(nested),
        _ => IsText(condition) ? [condition] : [],
    };

    private static bool IsText(ScriptNode node) => node switch
    {
        ScriptLiteral literal => literal.Value is string,
        ScriptVariableGlobal name => name.Name is not "compared" && TemplateVariables.Names.Contains(name.Name),
        ScriptMemberExpression { Member.Name: "label" or "labels" or "definition" } => true,
        _ => node.Children.Any(IsText),
    };
}
