using System.Globalization;
using Modular.Reporting.Tables;
using Modular.Statistics.Figures;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Modular.Reporting.Templates.Values;

/// <summary>Written as people read it, computed with as a number. Whatever is computed from a hidden one is hidden; compared, nothing holds.</summary>
internal class TemplateNumber(Cell cell, Func<Cell, string> written)
    : ITemplateValue, IFormattable, IComparable, IScriptConvertibleTo, IScriptCustomBinaryOperation, IScriptCustomUnaryOperation
{
    public Cell Cell => cell;

    public bool IsTrue => cell.Value is not null and not 0;

    public virtual IReadOnlyDictionary<string, Func<object?>> Members => new Dictionary<string, Func<object?>> { ["known"] = () => cell.Value is not null };

    public override string ToString() => written(cell);

    public string ToString(string? format, IFormatProvider? formatProvider) =>
        string.IsNullOrEmpty(format) || cell.Value is not { } value ? written(cell) : value.ToString(format, formatProvider);

    public int CompareTo(object? obj) => Nullable.Compare(cell.Value, obj is null ? null : CellOf(obj)?.Value);

    public bool TryConvertTo(TemplateContext context, SourceSpan span, Type type, out object value)
    {
        value = this;
        if (!IsNumber(type))
        {
            return false;
        }

        value = cell.Value is { } number ? Convert.ChangeType(number, type, CultureInfo.InvariantCulture) : throw new TemplateFailure(
            span,
            new(
                "this number may be hidden or missing, and nothing can be computed then: put it within {{ if figure.known }}.",
                "Ce nombre peut être masqué ou manquer, et rien ne peut alors se calculer\u202F: "
                    + "placez ce passage entre {{ if chiffre.known }} et {{ end }}.")) { Instead = cell };
        return true;
    }

    public bool TryEvaluate(
        TemplateContext context, SourceSpan span, ScriptBinaryOperator op, SourceSpan leftSpan, object? leftValue,
        SourceSpan rightSpan, object? rightValue, out object? result)
    {
        result = null;
        if (CellOf(leftValue) is not { } left || CellOf(rightValue) is not { } right)
        {
            return false;
        }

        if (Comparison(op) is { } holds)
        {
            result = left.Value is { } one && right.Value is { } other && holds(one.CompareTo(other));
            return true;
        }

        if (Operation(op) is not { } compute)
        {
            return false;
        }

        result = Computed(Cell.From(left, right, compute));
        return true;
    }

    public bool TryEvaluate(TemplateContext context, SourceSpan span, ScriptUnaryOperator op, object rightValue, out object result)
    {
        result = op is ScriptUnaryOperator.Negate ? Computed(cell with { Value = -cell.Value }) : this;
        return op is ScriptUnaryOperator.Negate or ScriptUnaryOperator.Plus;
    }

    public static TemplateNumber Computed(Cell cell) => new(cell, CellText.Computed);

    public static Cell? CellOf(object? value) => value switch
    {
        TemplateNumber number => number.Cell,
        not null when IsNumber(value.GetType()) => Cell.Of(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static bool IsNumber(Type type) => type != typeof(bool) && type != typeof(char) && (type.IsPrimitive || type == typeof(decimal));

    private static Func<int, bool>? Comparison(ScriptBinaryOperator op) => op switch
    {
        ScriptBinaryOperator.CompareEqual => order => order == 0,
        ScriptBinaryOperator.CompareNotEqual => order => order != 0,
        ScriptBinaryOperator.CompareGreater => order => order > 0,
        ScriptBinaryOperator.CompareGreaterOrEqual => order => order >= 0,
        ScriptBinaryOperator.CompareLess => order => order < 0,
        ScriptBinaryOperator.CompareLessOrEqual => order => order <= 0,
        _ => null,
    };

    /// <summary>What is divided by nothing is no number, as for the figures themselves.</summary>
    private static Func<decimal, decimal, decimal?>? Operation(ScriptBinaryOperator op) => op switch
    {
        ScriptBinaryOperator.Add => (left, right) => left + right,
        ScriptBinaryOperator.Subtract => (left, right) => left - right,
        ScriptBinaryOperator.Multiply => (left, right) => left * right,
        ScriptBinaryOperator.Divide => (left, right) => right == 0 ? null : left / right,
        ScriptBinaryOperator.DivideRound => (left, right) => right == 0 ? null : Math.Floor(left / right),
        ScriptBinaryOperator.Modulus => (left, right) => right == 0 ? null : left % right,
        _ => null,
    };
}
