using Modular.Contracts.Reports;
using Modular.Statistics.Labels;
using Modular.Statistics.Periods;

namespace Modular.Statistics.Figures;

/// <summary>A number as it may be shown: there, hidden, or not there at all (the median of nothing).</summary>
public readonly record struct Cell(decimal? Value, bool Suppressed)
{
    public static readonly Cell Hidden = new(null, true);
    public static readonly Cell None = new(null, false);

    public static Cell Of(decimal? value) => new(value, false);

    /// <summary>What follows from two numbers is hidden when either is.</summary>
    public static Cell From(Cell one, Cell other, Func<decimal, decimal, decimal?> compute) =>
        one.Suppressed || other.Suppressed ? Hidden
        : one.Value is { } first && other.Value is { } second ? Of(compute(first, second))
        : None;
}

/// <summary>A number, what it was in the period compared with, and the change: all null where the report compares nothing.</summary>
public sealed record ComparedCell(Cell Now, Cell? Before = null, Cell? Change = null);

/// <param name="Share">Its share of the figure's total, in percent with one decimal; none where a share has no meaning.</param>
public sealed record FigureRow(IReadOnlyList<string> Keys, IReadOnlyList<string> Labels, ComparedCell Value, Cell Share)
{
    /// <summary>« ne sait pas », « refuse », « non demandé », « non renseigné ».</summary>
    public bool IsNotKnown => Keys.Any(SiteLabels.IsNotKnown);
}

/// <summary>A computed figure, safe to show: small cells are already hidden.</summary>
public sealed record Figure
{
    public required FigureDefinition Declared { get; init; }

    public string Name => Declared.Name;

    public required string Label { get; init; }

    /// <summary>What the number counts, in the spelling of data: <c>situations</c>, <c>percent</c>, <c>days</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>What a change is said in: <c>percent</c>, or <c>points</c> for a share.</summary>
    public string ChangeUnit => Unit == "percent" ? "points" : "percent";

    public required string Definition { get; init; }

    /// <summary>How many facts could not be placed: an answer that was asked for is absent, not known, refused or was not asked.</summary>
    public required Cell NotKnown { get; init; }

    /// <summary>The number; of a figure that is broken down, its total.</summary>
    public required ComparedCell Value { get; init; }

    /// <summary>What heads the columns of the keys; none for a single number.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    public IReadOnlyList<FigureRow> Rows { get; init; } = [];

    /// <summary>One fact may be in several rows: their shares may add up to more than 100 %.</summary>
    public bool Overlaps { get; init; }

    public string? Source { get; init; }

    public bool IsBrokenDown => Declared.By.Count > 0;

    public int HiddenCells => (Rows.Count(row => row.Value.Now.Suppressed)) + (Value.Now.Suppressed ? 1 : 0);
}

/// <param name="AlsoPublished">Figures of the site's other reports of the same kind of period: what they show must not undo what is hidden here.</param>
public sealed record FigureQuestion(
    SiteLabels Words,
    ReportPeriod Period,
    ReportPeriod? ComparedWith,
    IReadOnlyList<FigureDefinition> Figures,
    IReadOnlyList<FigureDefinition> AlsoPublished);
