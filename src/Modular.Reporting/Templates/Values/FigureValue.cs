using Modular.Reporting.Tables;
using Modular.Statistics.Figures;
using Scriban.Runtime;

namespace Modular.Reporting.Templates.Values;

/// <summary>A figure in a template: <c>{{ situations }}</c> writes its number; of one that is broken down, the total.</summary>
internal sealed class FigureValue(Figure figure) : TemplateNumber(figure.Value.Now, cell => CellText.Value(figure, cell))
{
    public static readonly IReadOnlyList<string> Names = ["before", "change", "compared", "definition", "known", "label", "not_known", "rows"];

    private readonly Lazy<ScriptArray> _rows = new(() => [.. figure.Rows.Select(row => new RowValue(figure, row))]);

    public Figure Figure => figure;

    public override IReadOnlyDictionary<string, Func<object?>> Members => new Dictionary<string, Func<object?>>(Compared(figure, figure.Value))
    {
        ["definition"] = () => figure.Definition,
        ["label"] = () => figure.Label,
        ["not_known"] = () => new TemplateNumber(figure.NotKnown, CellText.Number),
        ["rows"] = () => _rows.Value,
    };

    /// <summary>What every number of a report says beside itself.</summary>
    public static IReadOnlyDictionary<string, Func<object?>> Compared(Figure figure, ComparedCell value) => new Dictionary<string, Func<object?>>
    {
        ["before"] = () => new TemplateNumber(value.Before ?? Cell.None, cell => CellText.Value(figure, cell)),
        ["change"] = () => new TemplateNumber(value.Change ?? Cell.None, cell => CellText.Change(figure, value.Change is null ? null : cell)),
        ["compared"] = () => value is { Now.Value: not null, Before.Value: not null, Change.Value: not null },
        ["known"] = () => value.Now.Value is not null,
    };
}

/// <summary>A row of a figure that is broken down: its labels and its numbers, hidden ones as hidden as in its table.</summary>
internal sealed class RowValue(Figure figure, FigureRow row) : ITemplateValue
{
    private IReadOnlyDictionary<string, Func<object?>>? _members;

    public static readonly IReadOnlyList<string> Names = ["answered", "before", "change", "compared", "known", "label", "labels", "share", "value"];

    /// <summary>Made once: a list that is sorted reads them again and again.</summary>
    public IReadOnlyDictionary<string, Func<object?>> Members => _members ??= new Dictionary<string, Func<object?>>(FigureValue.Compared(figure, row.Value))
    {
        ["answered"] = () => !row.IsNotKnown,
        ["label"] = () => row.Labels[0],
        ["labels"] = () => new ScriptArray(row.Labels),
        ["share"] = () => new TemplateNumber(row.Share, CellText.Percent),
        ["value"] = () => new TemplateNumber(row.Value.Now, cell => CellText.Value(figure, cell)),
    };
}
