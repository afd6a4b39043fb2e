using System.Collections;
using System.Text;
using Modular.Contracts.Reports;
using Modular.Reporting.Charts;
using Modular.Reporting.Formats;
using Modular.Reporting.Tables;
using Modular.Statistics.Figures;
using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Modular.Reporting.Templates.Values;

/// <summary>Ours, and the engine's that only turn texts, numbers and lists into others: none reads a file, runs a text or looks into objects.</summary>
internal static class TemplateFunctions
{
    private static readonly IReadOnlyDictionary<string, (ScriptObject Group, string Names)> Groups = new Dictionary<string, (ScriptObject, string)>
    {
        ["array"] = (new ArrayFunctions(),
            "add add_range any compact concat contains cycle each filter first insert_at join last limit map offset remove_at reverse size sort uniq"),
        ["html"] = (new HtmlFunctions(), "escape newline_to_br strip"),
        ["math"] = (new MathFunctions(), "abs ceil divided_by floor format is_number minus modulo plus round times"),
        ["object"] = (new ObjectFunctions(), "default format size typeof"),
        ["string"] = (new StringFunctions(),
            "append capitalize capitalizewords contains downcase empty ends_with equals_ignore_case handleize index_of lstrip pad_left pad_right pluralize "
            + "prepend remove remove_first remove_last replace replace_first rstrip size slice slice1 split starts_with strip strip_newlines to_double "
            + "to_float to_int to_long truncate truncatewords upcase whitespace"),
    };

    private const int LongestFormat = 50;

    /// <summary>Shared by all templates, and read only.</summary>
    public static readonly ScriptObject All = Build();

    public static IReadOnlyList<string>? OfGroup(string name) => Groups.TryGetValue(name, out var group) ? group.Names.Split(' ') : null;

    public static IEnumerable<string> Names => All.Keys;

    private static ScriptObject Build()
    {
        var all = new ScriptObject();
        foreach (var (name, (group, names)) in Groups)
        {
            var kept = new ScriptObject();
            foreach (var function in names.Split(' '))
            {
                var known = group[function] ?? throw new InvalidOperationException($"The engine has no function {name}.{function}.");
                kept.SetValue(function, known, readOnly: true);
            }

            all.SetValue(name, kept, readOnly: true);
        }

        // The engine's own formats its own numbers only, and writes as many digits as it is told.
        Replace(all, "math", "format", Format);
        Replace(all, "object", "format", Format);
        Replace(all, "math", "divided_by", new Func<TemplateContext, SourceSpan, double, object?, object?>(DividedBy));
        Replace(all, "html", "escape", new Func<TemplateContext, object?, object?>(Escape));
        Replace(all, "html", "newline_to_br", new Func<TemplateContext, string?, object?>(Break));
        Replace(all, "array", "join", new Func<TemplateContext, IEnumerable?, string?, object?>(Join));
        Replace(all, "string", "index_of", IndexOf);
        Replace(all, "string", "replace", new Func<TemplateContext, string?, string?, string?, string>(Replaced));
        Replace(all, "string", "pad_left", new Func<TemplateContext, string?, int, string>(PadLeft));
        Replace(all, "string", "pad_right", new Func<TemplateContext, string?, int, string>(PadRight));
        Weigh(all, "array", WeighedFunction.Sorting, "sort");
        Weigh(all, "html", WeighedFunction.Stripping, "strip");
        Weigh(
            all, "string", WeighedFunction.Searching,
            "contains", "index_of", "remove", "remove_first", "remove_last", "replace", "replace_first", "split");
        all.Import("counted", new Func<TemplateContext, SourceSpan, object?, string, string, object?>(Counted));
        all.Import("chart", new Func<TemplateContext, SourceSpan, object?, object?>(Chart));
        all.Import("table", new Func<TemplateContext, SourceSpan, object?, object?>(Table));
        all.Import("trend", new Func<TemplateContext, SourceSpan, object?, string, string, string, object?>(Trend));
        foreach (var name in Groups.Keys)
        {
            ((ScriptObject)all[name]!).IsReadOnly = true;
        }

        all.IsReadOnly = true;
        return all;
    }

    private static void Replace(ScriptObject all, string group, string name, Delegate function)
    {
        var functions = (ScriptObject)all[group]!;
        functions.Remove(name);
        functions.Import(name, function);
    }

    private static void Weigh(ScriptObject all, string group, Func<ScriptArray, long> steps, params IEnumerable<string> names)
    {
        var functions = (ScriptObject)all[group]!;
        foreach (var name in names)
        {
            var function = (IScriptCustomFunction)functions[name]!;
            functions.Remove(name);
            functions.SetValue(name, new WeighedFunction(function, steps), readOnly: true);
        }
    }

    private static object? Escape(TemplateContext context, object? value) => value as EncodedHtml ?? EncodedHtml.Of(context.ObjectToString(value) ?? "");

    private static object? Break(TemplateContext context, string? text) => new EncodedHtml(HtmlWriter.Encode(text ?? "").ReplaceLineEndings("<br>"));

    private static string PadLeft(TemplateContext context, string? text, int width)
    {
        ((ScribanContext)context).Fits(width);
        return (text ?? "").PadLeft(width);
    }

    private static string PadRight(TemplateContext context, string? text, int width)
    {
        ((ScribanContext)context).Fits(width);
        return (text ?? "").PadRight(width);
    }

    /// <summary>The engine's own makes the largest whole number of what is divided by nothing.</summary>
    private static object? DividedBy(TemplateContext context, SourceSpan span, double value, object? divisor) =>
        TemplateNumber.CellOf(divisor) is { Value: 0 } ? TemplateNumber.Computed(Cell.None) : MathFunctions.DividedBy(context, span, value, divisor!);

    private static string Format(TemplateContext context, SourceSpan span, object? value, string? format, string? culture = null)
    {
        if (format?.Length > LongestFormat || (format?.Length > 3 && char.IsAsciiLetter(format[0]) && format.Skip(1).All(char.IsAsciiDigit)))
        {
            throw new TemplateFailure(span, new("this format is too long.", "Ce format est trop long."));
        }

        return ObjectFunctions.Format(context, span, value, format, culture);
    }

    /// <summary>The engine's own compares as the machine's language does, and takes its time.</summary>
    private static int IndexOf(string? text, string? search, int start = 0) => (text ?? "").IndexOf(search ?? "", start, StringComparison.Ordinal);

    /// <summary>How long it gets is known before it is made.</summary>
    private static string Replaced(TemplateContext context, string? text, string? match, string? with)
    {
        var (from, sought, put) = (text ?? "", match ?? "", with ?? "");
        long length = from.Length;
        for (var at = from.IndexOf(sought, StringComparison.Ordinal); at >= 0 && sought.Length > 0; at = from.IndexOf(sought, at, StringComparison.Ordinal))
        {
            length += put.Length - sought.Length;
            at += sought.Length;
        }

        ((ScribanContext)context).Fits((int)Math.Min(length, int.MaxValue));
        return sought.Length == 0 ? from : from.Replace(sought, put, StringComparison.Ordinal);
    }

    private static object? Chart(TemplateContext context, SourceSpan span, object? figure)
    {
        var word = Figure(span, figure, "chart");
        if (!word.Figure.IsBrokenDown)
        {
            throw new TemplateFailure(span, NotDrawn(word.Figure.Name));
        }

        if (IsNoPyramid(word.Figure.Declared))
        {
            throw new TemplateFailure(span, NoPyramid(word.Figure.Name));
        }

        var report = (ScribanContext)context;
        return report.Drawn(FigureCharts.Of(word.Figure, report.Document, report.NextDrawing()));
    }

    private static object? Table(TemplateContext context, SourceSpan span, object? figure)
    {
        var word = Figure(span, figure, "table");
        var report = (ScribanContext)context;
        return report.Drawn(FigureTables.Of(word.Figure, report.Document));
    }

    /// <summary>A trend is that of the numbers shown: what is hidden has none.</summary>
    private static object? Trend(TemplateContext context, SourceSpan span, object? figure, string rising, string falling, string stable) =>
        Figure(span, figure, "trend").Figure.Value.Change switch
    {
        { Suppressed: true } => "une évolution masquée",
        { Value: > 0 } => rising,
        { Value: < 0 } => falling,
        { Value: 0 } => stable,
        _ => CellText.NotCompared,
    };

    /// <summary>The number as it is shown, and the noun that agrees with it.</summary>
    private static object? Counted(TemplateContext context, SourceSpan span, object? number, string one, string several) => TemplateNumber.CellOf(number) switch
    {
        { Suppressed: true } => $"{several} (nombre masqué)",
        { Value: { } value } => Contracts.Wording.Counted.InFrench(Math.Round(value, 1, MidpointRounding.AwayFromZero), one, several),
        { } => $"{several} (sans donnée)",
        null => throw new TemplateFailure(span, new(
            "write a number before counted, then its noun for one and for several.",
            "Écrivez un nombre avant counted, puis son nom au singulier et au pluriel.")),
    };

    public static bool IsNoPyramid(FigureDefinition figure) => figure is { By.Count: 2, Chart: not ChartKind.Pyramid };

    public static BilingualText NoPyramid(string figure) => new(
        $"\"{figure}\" is broken down by two dimensions: only a pyramid draws them (\"chart\": \"pyramid\"), and a table shows them.",
        $"«\u202F{figure}\u202F» est ventilé selon deux dimensions\u202F: seule une pyramide les dessine (\"chart\": \"pyramid\"), et un tableau les montre.");

    public static BilingualText NotDrawn(string figure) => new(
        $"\"{figure}\" is a single number: a chart shows a figure with \"by\".",
        $"«\u202F{figure}\u202F» est un seul nombre\u202F: un graphique montre un chiffre ventilé par \"by\".");

    private static FigureValue Figure(SourceSpan span, object? value, string word) => value as FigureValue ?? throw new TemplateFailure(
        span, new($"write {word} and the name of a figure.", $"Écrivez {word} suivi du nom d’un chiffre."));

    /// <summary>Charts and tables joined stay what they are.</summary>
    private static object? Join(TemplateContext context, IEnumerable? list, string? delimiter)
    {
        var items = list?.Cast<object?>().ToList() ?? [];
        var isMarkup = items.Exists(item => item is EncodedHtml);
        var between = isMarkup ? HtmlWriter.Encode(delimiter ?? "") : delimiter ?? "";
        var joined = new StringBuilder();
        for (var index = 0; index < items.Count; index++)
        {
            joined.Append(index == 0 ? "" : between).Append(Text(items[index]));
            ((ScribanContext)context).Fits(joined.Length);
        }

        return isMarkup ? new EncodedHtml(joined.ToString()) : joined.ToString();

        string Text(object? item)
        {
            var text = item is EncodedHtml ? "" : context.ObjectToString(item) ?? "";
            return item is EncodedHtml markup ? markup.Html : isMarkup ? HtmlWriter.Encode(text) : text;
        }
    }
}
