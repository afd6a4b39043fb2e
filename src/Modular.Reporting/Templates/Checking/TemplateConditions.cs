using Modular.Reporting.Templates.Values;
using Scriban.Syntax;

namespace Modular.Reporting.Templates.Checking;

/// <summary>A condition that figures or texts decide.</summary>
/// <param name="Key">What it asks: conditions that ask the same have the same answer within a trial.</param>
/// <param name="IsOpposite">It holds when what its key asks does not.</param>
/// <param name="Subject">What is compared with a literal: it equals one of them at most.</param>
internal sealed record TemplateCondition(ScriptNode Node, string Key, bool IsOpposite, string? Subject, bool IsText, bool IsOfRow);

/// <summary>Reads the conditions of a template.</summary>
internal sealed class TemplateConditions(string source, NameOrigins names)
{
    private readonly Dictionary<ScriptNode, TemplateCondition> _read = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyCollection<TemplateCondition> Read => _read.Values;

    /// <returns>Null: neither figures nor texts decide it.</returns>
    public TemplateCondition? Of(ScriptNode node, ScriptExpression? compared = null)
    {
        if (_read.TryGetValue(node, out var known))
        {
            return known;
        }

        var isText = IsText(node);
        if (!isText && !names.AreOfFigures(compared ?? node))
        {
            return null;
        }

        var (key, isOpposite, subject) = node switch
        {
            ScriptBinaryExpression { Left: { } left, Right: { } right } comparison => Comparison(comparison.Operator, left, right),
            ScriptWhenStatement option when compared is not null =>
                ($"{Text(compared)}=={string.Join(", ", option.Values.Select(Text))}", false, Text(compared)),
            _ => (Text(node), false, null),
        };
        var isOfRow = names.AreOfRows(node) || (compared is not null && names.AreOfRows(compared));
        return _read[node] = new(node, key, isOpposite, subject, isText, isOfRow);
    }

    public static bool IsComparison(ScriptBinaryExpression expression) =>
        expression.Operator is >= ScriptBinaryOperator.CompareEqual and <= ScriptBinaryOperator.CompareGreater;

    private (string Key, bool IsOpposite, string? Subject) Comparison(ScriptBinaryOperator op, ScriptExpression left, ScriptExpression right) => op switch
    {
        ScriptBinaryOperator.CompareEqual => (Equal(left, right), false, Subject(left, right)),
        ScriptBinaryOperator.CompareNotEqual => (Equal(left, right), true, Subject(left, right)),
        ScriptBinaryOperator.CompareLess => ($"{Text(left)}<{Text(right)}", false, null),
        ScriptBinaryOperator.CompareGreaterOrEqual => ($"{Text(left)}<{Text(right)}", true, null),
        ScriptBinaryOperator.CompareGreater => ($"{Text(right)}<{Text(left)}", false, null),
        ScriptBinaryOperator.CompareLessOrEqual => ($"{Text(right)}<{Text(left)}", true, null),
        _ => ($"{Text(left)} {op} {Text(right)}", false, null),
    };

    private string Equal(ScriptExpression left, ScriptExpression right) =>
        left is ScriptLiteral || (right is not ScriptLiteral && string.CompareOrdinal(Text(left), Text(right)) > 0)
            ? $"{Text(right)}=={Text(left)}"
            : $"{Text(left)}=={Text(right)}";

    private string? Subject(ScriptExpression left, ScriptExpression right) =>
        right is ScriptLiteral ? Text(left) : left is ScriptLiteral ? Text(right) : null;

    private string Text(ScriptNode node)
    {
        var (from, to) = (node.Span.Start.Offset, node.Span.End.Offset + 1);
        return from >= 0 && from < to && to <= source.Length ? source[from..to].Trim() : "";
    }

    private static bool IsText(ScriptNode node) => node switch
    {
        ScriptLiteral literal => literal.Value is string,
        ScriptVariableGlobal name => name.Name is not "compared" && TemplateVariables.Names.Contains(name.Name),
        ScriptMemberExpression { Member.Name: "label" or "labels" or "definition" } => true,
        ScriptWhenStatement option => option.Values.Any(IsText),
        _ => node.Children.Any(IsText),
    };
}
