using System.Security.Cryptography;
using System.Text;
using Modular.Contracts.Wording;
using Modular.Reporting.Documents;
using Modular.Reporting.Tables;
using Modular.Reporting.Templates;
using Modular.Statistics.Figures;

namespace Modular.Reporting.Formats;

/// <summary>The site's template, then what every figure means. As a whole document it needs nothing from elsewhere, and prints on A4.</summary>
internal sealed class HtmlReport : ReportFormat
{
    private static readonly string Style = ReadStyle();

    /// <summary>Its own style and nothing else: whatever got into the report would neither run nor fetch anything, wherever the file is opened.</summary>
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'";

    public static HtmlWriter Fragment(ReportDocument report)
    {
        var html = new HtmlWriter().Open("div", ("class", "report"));
        if (report.Unfinished is { } unfinished)
        {
            html.Open("p", ("class", "notice notice-care")).Element("strong", "Période en cours. ").Text(unfinished).Close("p");
        }

        html.AppendRendered(ReportTemplate.Render(report));
        if (report.Figures.Any(figure => figure.HiddenCells > 0 || figure.NotKnown.Suppressed))
        {
            html.Open("p", ("class", "notice")).Element("strong", "Secret statistique. ")
                .Text($"Les nombres de 1 à {Math.Max(5, report.Site.Definition.Limits.SmallestCell) - 1} sont masqués, "
                    + "et avec eux ceux qui permettraient de les retrouver. Un zéro est un vrai zéro.")
                .Close("p");
        }

        Definitions(html, report);
        return html.Close("div");
    }

    public override string Extension => "html";

    public override string ContentType => "text/html; charset=utf-8";

    internal override byte[] Write(ReportDocument report)
    {
        var html = new HtmlWriter()
            .AppendRendered("<!doctype html>\n")
            .Open("html", ("lang", "fr")).Open("head")
            .Open("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy)).Open("meta", ("charset", "utf-8"))
            .Open("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"))
            .Element("title", report.Title)
            .Open("style").AppendRendered(Style).Close("style").Close("head").Open("body").Open("main")
            .Element("h1", report.Report.Title)
            .Element("p", $"{report.Site.Definition.Name}, {report.Period.Name}. {report.Site.Definition.Employer.Name}.", ("class", "lede"))
            .Append(Fragment(report))
            .Close("main").Close("body").Close("html").AppendRendered("\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    private static void Definitions(HtmlWriter html, ReportDocument report)
    {
        html.Open("section", ("class", "definitions")).Open("details").Element("summary", "Ce que compte chaque chiffre").Open("dl");
        foreach (var figure in report.Figures)
        {
            html.Element("dt", figure.Label).Element("dd", figure.Definition + Source(figure) + NotKnown(figure));
        }

        html.Close("dl").Close("details");
        var read = report.GeneratedAt.DateTime;
        html.Element(
            "p",
            $"Données lues le {FrenchTime.Day(DateOnly.FromDateTime(read))} à {FrenchTime.Clock(TimeOnly.FromDateTime(read))}, "
                + $"règles du site en version {report.Site.Definition.Version}.",
            ("class", "quiet"));
        html.Close("section");
    }

    private static string Source(Figure figure) => figure.Source is { } source && source != figure.Definition ? $" Source\u202F: {source}." : "";

    private static string NotKnown(Figure figure) =>
        figure.NotKnown.Suppressed || figure.NotKnown.Value > 0 ? $" Sans réponse connue\u202F: {CellText.Number(figure.NotKnown)}." : "";

    private static string ReadStyle()
    {
        using var reader = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!);
        // A browser hashes what it read, with line feeds alone.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
