using Scriban.Syntax;

namespace Modular.Reporting.Templates.Checking;

/// <summary>What has to be assumed for each branch of a template to be taken, one after the other.</summary>
internal sealed class TemplateBranches
{
    private const int MostWays = 2_000;
    private const int MostNodes = 100_000;

    /// <summary>« a or b » holds by a, or by b alone.</summary>
    private const int MostWaysToOne = 2;

    private readonly TemplateConditions _conditions;
    private readonly Dictionary<string, AssumedConditions> _ways = [];
    private ScriptExpression? _case;
    private int _nodes;

    public TemplateBranches(ScriptNode page, TemplateConditions conditions)
    {
        _conditions = conditions;
        Walk(page, AssumedConditions.None);
        foreach (var holds in new[] { true, false })
        {
            Add(conditions.Read.Aggregate(AssumedConditions.None, (all, condition) => all.With(condition, holds) ?? all));
        }
    }

    public IReadOnlyCollection<AssumedConditions> Ways => _ways.Values;

    /// <summary>Where there were too many to go on.</summary>
    public ScriptNode? Left { get; private set; }

    private void Add(AssumedConditions way)
    {
        foreach (var one in new[] { way, way.Texts }.Where(one => !one.IsEmpty))
        {
            _ways.TryAdd(one.Key, one);
        }
    }

    private void Walk(ScriptNode node, AssumedConditions way)
    {
        if (IsTooMuch(node))
        {
            return;
        }

        switch (node)
        {
            case ScriptMemberExpression { Target: { } target }:
                Walk(target, way);
                return;
            case ScriptIfStatement { Condition: { } condition } choice:
                Choose(condition, choice.Then, choice.Else, way);
                return;
            case ScriptConditionalExpression { Condition: { } condition } choice:
                Choose(condition, choice.ThenValue, choice.ElseValue, way);
                return;
            case ScriptCaseStatement { Value: { } value, Body: { } body }:
                Walk(value, way);
                (var outer, _case) = (_case, value);
                Walk(body, way);
                _case = outer;
                return;
            case ScriptWhenStatement option:
                Choose(option, option.Body, option.Next, way);
                return;
            case ScriptBinaryExpression expression when IsChoice(expression) || TemplateConditions.IsComparison(expression):
                Choose(expression, null, null, way);
                return;
            default:
                WalkWithin(node, way);
                return;
        }
    }

    private void WalkWithin(ScriptNode node, AssumedConditions way)
    {
        foreach (var child in node.Children)
        {
            Walk(child, way);
        }
    }

    private void Choose(ScriptNode condition, ScriptNode? then, ScriptNode? otherwise, AssumedConditions way)
    {
        Operands(condition, way);
        foreach (var holds in new[] { true, false })
        {
            foreach (var one in WaysTo(way, condition, holds).Take(MostWaysToOne))
            {
                Add(one);
                if ((holds ? then : otherwise) is { } branch)
                {
                    Walk(branch, one);
                }
            }
        }
    }

    /// <summary>Of « a and b », b is reached where a holds.</summary>
    private void Operands(ScriptNode condition, AssumedConditions way)
    {
        if (condition is ScriptBinaryExpression { Left: { } left, Right: { } right } both && IsChoice(both))
        {
            Operands(left, way);
            foreach (var one in WaysTo(way, left, both.Operator is ScriptBinaryOperator.And).Take(1))
            {
                Add(one);
                Operands(right, one);
            }
        }
        else if (condition is ScriptUnaryExpression { Operator: ScriptUnaryOperator.Not, Right: { } negated })
        {
            Operands(negated, way);
        }
        else if (condition is ScriptNestedExpression { Expression: { } nested })
        {
            Operands(nested, way);
        }
        else if (condition is not ScriptWhenStatement)
        {
            WalkWithin(condition, way);
        }
    }

    private bool IsTooMuch(ScriptNode node)
    {
        if (Left is null && (++_nodes > MostNodes || _ways.Count > MostWays))
        {
            Left = node;
        }

        return Left is not null;
    }

    private IEnumerable<AssumedConditions> WaysTo(AssumedConditions way, ScriptNode condition, bool holds) => IsTooMuch(condition) ? [] : condition switch
    {
        ScriptBinaryExpression { Left: { } left, Right: { } right } both when IsChoice(both) => (both.Operator is ScriptBinaryOperator.And) == holds
            ? WaysTo(way, left, holds).SelectMany(one => WaysTo(one, right, holds))
            : WaysTo(way, left, holds).Concat(WaysTo(way, left, !holds).SelectMany(one => WaysTo(one, right, holds))),
        ScriptUnaryExpression { Operator: ScriptUnaryOperator.Not, Right: { } negated } => WaysTo(way, negated, !holds),
        ScriptNestedExpression { Expression: { } nested } => WaysTo(way, nested, holds),
        _ when _conditions.Of(condition, condition is ScriptWhenStatement ? _case : null) is { } known =>
            way.With(known, holds) is { } one ? [one] : [],
        _ => [way],
    };

    private static bool IsChoice(ScriptBinaryExpression expression) => expression.Operator is ScriptBinaryOperator.And or ScriptBinaryOperator.Or;
}
