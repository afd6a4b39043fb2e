using HandlebarsDotNet;
using Modular.Contracts.Wording;

namespace Modular.Reporting;

/// <summary>
/// What a template may say. It gets figures, texts and charts, nothing else: no loop, no partial, no lookup, and no way around the encoding of values.
/// </summary>
internal static class TemplateWords
{
    /// <summary>Helpers whose first word is the name of a figure, and how many words follow it.</summary>
    public static readonly IReadOnlyDictionary<string, int> OfFigure = new Dictionary<string, int>
    {
        ["figure"] = 0,
        ["before"] = 0,
        ["change"] = 0,
        ["trend"] = 3,
        ["known"] = 0,
        ["table"] = 0,
        ["chart"] = 0,
        ["definition"] = 0,
        ["not_known"] = 0,
    };

    /// <summary>Words that stand alone.</summary>
    public static readonly IReadOnlyDictionary<string, Func<ReportDocument, string>> Values = new Dictionary<string, Func<ReportDocument, string>>
    {
        ["site"] = report => report.Site.Definition.Name,
        ["title"] = report => report.Report.Title,
        ["period"] = report => report.Period.Name,
        ["period_before"] = report => report.ComparedWith?.Name ?? "",
        ["year"] = report => report.Period.Year.ToString(French.Culture),
        ["year_before"] = report => report.ComparedWith?.Year.ToString(French.Culture) ?? "",
        ["data_date"] = report => FrenchTime.Day(DateOnly.FromDateTime(report.GeneratedAt.DateTime)),
    };

    public static IHandlebars Environment()
    {
        var handlebars = Handlebars.Create(new HandlebarsConfiguration { FormatProvider = French.Culture, ThrowOnUnresolvedBindingExpression = true });
        foreach (var (name, value) in Values)
        {
            handlebars.RegisterHelper(name, (writer, context, _) => writer.Write(value(Report(context))));
        }

        handlebars.RegisterHelper("figure", (writer, context, words) => Write(writer, context, words, figure => French.Value(figure, figure.Value.Now)));
        handlebars.RegisterHelper("before", (writer, context, words) => Write(writer, context, words, figure => figure.Value.Before is { } before ? French.Value(figure, before) : French.NoData));
        handlebars.RegisterHelper("change", (writer, context, words) => Write(writer, context, words, figure => French.Change(figure, figure.Value.Change)));
        handlebars.RegisterHelper("trend", (writer, context, words) => Write(writer, context, words, figure => Trend(figure, words)));
        handlebars.RegisterHelper("definition", (writer, context, words) => Write(writer, context, words, figure => figure.Definition));
        handlebars.RegisterHelper("not_known", (writer, context, words) => Write(writer, context, words, figure => French.Number(figure.NotKnown)));
        handlebars.RegisterHelper("known", (context, words) => Figure(context, words).Value is { Now.Value: not null } value && (value.Before is null || value.Change?.Value is not null));
        handlebars.RegisterHelper("table", (writer, context, words) => writer.WriteSafeString(FigureTables.Of(Figure(context, words), Report(context)).ToString()));
        handlebars.RegisterHelper("chart", (writer, context, words) => writer.WriteSafeString(Charts.Of(Figure(context, words), Report(context)).ToString()));
        return handlebars;
    }

    /// <summary>A trend is that of the numbers shown: what is hidden has none.</summary>
    private static string Trend(Statistics.Figure figure, Arguments words) => figure.Value.Change switch
    {
        { Suppressed: true } => "une évolution masquée",
        { Value: > 0 } => Word(words, 1),
        { Value: < 0 } => Word(words, 2),
        { Value: 0 } => Word(words, 3),
        _ => "sans comparaison",
    };

    private static void Write(EncodedTextWriter writer, Context context, Arguments words, Func<Statistics.Figure, string> text) => writer.Write(text(Figure(context, words)));

    private static Statistics.Figure Figure(Context context, Arguments words) =>
        Report(context).Find(Word(words, 0)) ?? throw new InvalidOperationException($"The template names an unknown figure, {words[0]}.");

    private static ReportDocument Report(Context context) => (ReportDocument)context.Value!;

    private static string Word(Arguments words, int index) => words[index] as string ?? "";
}
