namespace Modular.Contracts.Reports;

/// <summary>
/// A report, as a file of the plugin's folder <c>reports</c> says it: figures wanted, period, readers and schedule. The template that shows it
/// is beside it under the same name, with the ending <c>.html</c>.
/// </summary>
/// <example>
/// <code>
/// { "id": "annuel", "title": "Bilan annuel", "period": "year", "comparedWith": "year_before",
///   "schedule": { "on": "15 January", "at": "07:00" }, "for": ["coordinator"],
///   "figures": {
///     "situations": { "count": "situations" },
///     "vif":        { "count": "situations", "where": { "vif": "yes" } },
///     "vif_known":  { "count": "situations", "where": { "vif": "known" } },
///     "vif_share":  { "share": "vif", "of": "vif_known" },
///     "by_problem": { "count": "situations", "by": "problem", "chart": "bars" },
///     "delay":      { "median": "days_to_first_contact" },
///     "town_share": { "funding": "ville" } } }
/// </code>
/// </example>
public sealed record ReportDefinition
{
    /// <summary>Identifier: the file's name.</summary>
    public required string Id { get; init; }

    /// <summary>The report's title.</summary>
    public required string Title { get; init; }

    /// <summary>The length of its period.</summary>
    public required PeriodKind Period { get; init; }

    /// <summary>The period it is compared with. Default: none.</summary>
    public Comparison ComparedWith { get; init; }

    /// <summary>When it is made and sent by itself, or null: on demand only.</summary>
    public ReportSchedule? Schedule { get; init; }

    /// <summary>Roles that receive it, of <c>coordinator</c> and <c>worker</c>. Default: coordinator.</summary>
    public IReadOnlyList<string> For { get; init; } = ["coordinator"];

    /// <summary>Its figures, in the order of the file.</summary>
    public required IReadOnlyList<FigureDefinition> Figures { get; init; }

    /// <summary>The template's text (Scriban over figures, texts and charts; see <see cref="TemplateWords"/>).</summary>
    public required string Template { get; init; }
}

/// <summary>The kinds of period, as reports spell them in snake_case.</summary>
public enum PeriodKind
{
    /// <summary><c>week</c>: Monday to Sunday, ISO 8601; written <c>2024-W48</c>.</summary>
    Week,

    /// <summary><c>month</c>; written <c>2024-11</c>.</summary>
    Month,

    /// <summary><c>quarter</c>; written <c>2024-Q3</c>.</summary>
    Quarter,

    /// <summary><c>year</c>; written <c>2024</c>.</summary>
    Year,
}

/// <summary>What a report's period is compared with.</summary>
public enum Comparison
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>previous</c>: the period just before.</summary>
    Previous,

    /// <summary><c>year_before</c>: the same period one year before.</summary>
    YearBefore,
}

/// <summary>When a report is made: always for the last whole period before the day (a weekly report of a coming week says <c>"ahead": true</c>).</summary>
/// <param name="On">
/// What the period asks for. Of a year: <c>15 January</c>. Of a month or a quarter: <c>day 31</c> (a month that is shorter: its last day), for a quarter that
/// of its first month. Of a week: <c>monday</c>.
/// </param>
/// <param name="At">The hour, local to the site; never between 02:00 and 03:00, an hour that some days do not have.</param>
/// <param name="Ahead">True when the report is about the period that follows, not the one that is over. Default: false.</param>
public sealed record ReportSchedule(string On, TimeOnly At, bool Ahead = false);

/// <summary>One figure that a report wants. Exactly one of the kinds below.</summary>
public sealed record FigureDefinition
{
    /// <summary>In <see cref="Where"/>, instead of codes: whatever was answered, except "unknown", "refused", "not_asked" and no answer at all.</summary>
    public const string Known = "known";

    /// <summary>Its name in the report: the key in <c>figures</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>What people read above it; null: made from its definition.</summary>
    public string? Label { get; init; }

    /// <summary>
    /// What it works on: the unit counted (count: <c>situations</c>, <c>contacts</c>, <c>orientations</c>, <c>half_days</c>, <c>promised_half_days</c>); the
    /// figure whose share is wanted (share); the measure (median, sum: <c>days_to_first_contact</c>, <c>days_open</c>, <c>contacts</c>, or an integer field of
    /// a form that is a fact); the funder (funding); the reference's name (reference); <c>full_time_equivalents</c> or <c>stations</c> (site).
    /// </summary>
    public required string Subject { get; init; }

    /// <summary>The unit that a median or sum reads. Default: <c>situations</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>For a share: the figure it is a share of. Null for every other kind.</summary>
    public string? Of { get; init; }

    /// <summary>
    /// Which facts: every dimension named must hold one of its codes, or any answer that is one (<see cref="Known"/>, which then stands alone). Default: all.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Where { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The dimensions it is broken down by, none to two.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>The chart drawn of it, or null. A chart always comes with its table.</summary>
    public ChartKind? Chart { get; init; }

    /// <summary>A sentence that says what was counted, when the definition alone would not; null otherwise.</summary>
    public string? Definition { get; init; }
}

/// <summary>The kinds of figure; each is the key of its subject in the file.</summary>
public enum FigureKind
{
    /// <summary><c>count</c>: how many.</summary>
    Count,

    /// <summary>
    /// <c>share</c>: one count over another that holds it, in percent with one decimal. The part's <see cref="FigureDefinition.Where"/> repeats the conditions
    /// of the whole, with the same codes or fewer. Of two units only <c>half_days</c>, <c>"where": { "state": "held" }</c>, may be set against
    /// <c>promised_half_days</c>: this share passes 100 % where half-days were held beyond the promise, and its printed definition says so; no other does.
    /// </summary>
    Share,

    /// <summary><c>median</c> of a measure.</summary>
    Median,

    /// <summary><c>sum</c> of a measure.</summary>
    Sum,

    /// <summary><c>funding</c>: the share of a funder in percent, the remainder computed.</summary>
    Funding,

    /// <summary><c>reference</c>: a published number of the site's <c>references</c>.</summary>
    Reference,

    /// <summary><c>site</c>: a number of the site itself.</summary>
    Site,
}

/// <summary>The kinds of chart.</summary>
public enum ChartKind
{
    /// <summary><c>bars</c>: one bar a row.</summary>
    Bars,

    /// <summary><c>pyramid</c>: two dimensions, the second (two or three codes) side by side.</summary>
    Pyramid,

    /// <summary><c>lines</c>: this period against the one it is compared with.</summary>
    Lines,
}
