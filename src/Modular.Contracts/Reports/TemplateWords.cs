namespace Modular.Contracts.Reports;

/// <summary>
/// The words that a report's template understands besides the names of figures. A figure that bore one of these names could not be written in a template:
/// the check of a site refuses it.
/// </summary>
/// <example>
/// <code>
/// &lt;p&gt;{{ situations | counted "situation" "situations" }}{{ if situations.compared }},
/// {{ situations.change }} ({{ situations.before }} en {{ year_before }}){{ end }}.&lt;/p&gt;
/// {{ chart by_problem }}
/// </code>
/// </example>
public static class TemplateWords
{
    /// <summary>
    /// Every such word, in alphabetical order: those of the report, the functions, and the keywords of the template language. Some of these are refused in a
    /// template, and kept all the same: <c>while</c>, <c>func</c> and <c>wrap</c>, which might never end, and <c>import</c>, <c>include</c>, <c>readonly</c>,
    /// <c>tablerow</c>, <c>this</c> and <c>with</c>. A loop goes through a list or a range with <c>for</c>.
    /// </summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "and", "array", "blank", "break", "capture", "case", "chart", "compared", "continue", "counted", "data_date", "date", "do", "else", "empty", "end",
        "false", "for", "func", "html",
        "if", "import", "in", "include", "math", "not", "null", "object", "or", "period", "period_before", "raw", "readonly", "ret", "site", "string", "table",
        "tablerow",
        "this", "timespan", "title", "trend", "true", "when", "while", "with", "wrap", "year", "year_before",
    ];
}
