using Modular.Contracts.Answers;
using Modular.Contracts.Reports;
using Modular.Contracts.Sites;
using Modular.Sites.Files;

namespace Modular.Sites.Checking;

/// <summary>Figures that no template could show: a name that a template cannot write, a chart of what it cannot draw.</summary>
internal sealed class ChartCheck : StaticCheck
{
    private const int MostSides = 3;

    protected override void OfSite(ParsedSite parsed, SiteDefinition site)
    {
        foreach (var figure in parsed.Reports.SelectMany(report => report.Figures))
        {
            Dimensions(parsed, figure);
            Chart(parsed, figure);
            Sides(parsed, figure);
        }

        foreach (var (report, figure) in parsed.Reports.SelectMany(report => report.Figures, (report, figure) => (report, figure)))
        {
            Name(parsed, report, figure.Name);
        }
    }

    /// <summary>Codes that are retired are in no new answer: they take no room.</summary>
    private static void Sides(ParsedSite parsed, FigureDefinition figure)
    {
        if (figure is not { Chart: ChartKind.Pyramid, By: [_, var dimension] } || parsed.Site is not { } site || !parsed.HasAllForms)
        {
            return;
        }

        var unit = figure.Kind == FigureKind.Count ? figure.Subject : figure.Unit ?? "situations";
        if (new CountableFacts(parsed, site).Units.GetValueOrDefault(unit)?.Dimensions.GetValueOrDefault(dimension) is not { } known)
        {
            return;
        }

        var fields = parsed.Forms.Values.SelectMany(form => form.Fields).SelectMany(field => field.Fields.Prepend(field)).Where(field => field.Id == dimension);
        var retired = fields.Select(field => field.Codes).OfType<string>().SelectMany(list => site.Codes.GetValueOrDefault(list) ?? [])
            .Where(code => code.Retired).Select(code => code.Value);
        var codes = known.Except(NotGivenNames.All).Except(retired).Count();
        if (codes > MostSides)
        {
            parsed.Fault(
                figure, "chart",
                $"A pyramid draws {MostSides} codes side by side at most: \"{dimension}\" has {
                    codes}. Name it first in \"by\", or take \"chart\" away and show a table.");
        }
    }

    private static void Name(ParsedSite parsed, ReportDefinition report, string name)
    {
        if (TemplateWords.All.Contains(name))
        {
            parsed.FaultAtName(report, "figures", name, $"\"{name}\" is a word of templates: give the figure another name.");
        }
        else if (char.IsAsciiDigit(name[0]))
        {
            parsed.FaultAtName(report, "figures", name, $"\"{name}\" begins with a digit: a template could not write it.");
        }
    }

    private static void Dimensions(ParsedSite parsed, FigureDefinition figure)
    {
        if (figure.By is [var one, var other] && one == other)
        {
            parsed.Fault(figure, "by", $"\"{other}\" is named twice: a figure is broken down by two dimensions that differ.", 1);
        }
    }

    private static void Chart(ParsedSite parsed, FigureDefinition figure)
    {
        switch (figure)
        {
            case { Chart: null }:
                break;
            case { By.Count: 0 }:
                parsed.Fault(figure, "chart", $"A chart shows a figure that is broken down: say by what, with \"by\".");
                break;
            case { Chart: ChartKind.Pyramid, By.Count: 1 }:
                parsed.Fault(figure, "chart", $"A pyramid sets two dimensions face to face: \"by\" names one.");
                break;
            case { Chart: not ChartKind.Pyramid, By.Count: > 1 }:
                parsed.Fault(figure, "chart", $"Bars and lines show one dimension: \"by\" names {figure.By.Count}. A pyramid shows two.");
                break;
        }
    }
}
