using System.Collections.Concurrent;
using Modular.Contracts.Reports;
using Modular.Reporting.Documents;
using Modular.Reporting.Formats;
using Modular.Reporting.Templates.Checking;
using Modular.Sites;
using Modular.Statistics.Figures;
using Modular.Statistics.Periods;
using Modular.Statistics.Tests;

namespace Modular.Reporting.Tests;

/// <summary>The plugins as the host loads them, and reports made of facts pushed by hand.</summary>
internal static class Reports
{
    private static readonly string Plugins = FindPlugins();

    private static readonly ConcurrentDictionary<string, LoadedSite> Loaded = [];

    public static LoadedSite Site(string folder) => Loaded.GetOrAdd(folder, Load);

    private static LoadedSite Load(string folder)
    {
        var (site, faults) = new SiteLoader(TimeProvider.System, new TemplateCheck()).Load(Path.Combine(Plugins, folder));
        Assert.IsNotNull(site, string.Join('\n', faults));
        return site;
    }

    public static Task<ReportDocument> RenderAsync(FactsInMemory facts, string period, string report = "annuel") =>
        RenderAsync(Site("Dunkerque"), facts, period, report);

    /// <summary>A report of our own, on Dunkerque's codes.</summary>
    public static Task<ReportDocument> RenderAsync(FactsInMemory facts, string template, Comparison comparedWith, params FigureDefinition[] figures)
    {
        var report = new ReportDefinition
        {
            Id = "essai",
            Title = "Essai",
            Period = PeriodKind.Year,
            ComparedWith = comparedWith,
            Figures = figures,
            Template = template,
        };
        return RenderAsync(Site("Dunkerque") with { Reports = [report] }, facts, "2024", "essai");
    }

    public static async Task<ReportDocument> RenderAsync(LoadedSite site, FactsInMemory facts, string period, string report)
    {
        Assert.IsTrue(ReportPeriod.TryParse(period, out var parsed));
        return await new ReportService(new FigureEngine(facts, [], []), new Morning()).RenderAsync(site, site.Reports.Single(one => one.Id == report), parsed);
    }

    public static string Text(this ReportDocument report, ReportFormat format) => System.Text.Encoding.UTF8.GetString(report.Render(format).Content);

    private static string FindPlugins()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Modular.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Modular.sln");
        }

        return Path.Combine(folder.FullName, "plugins");
    }

    /// <summary>15 January 2025, seven in the morning in Paris.</summary>
    private sealed class Morning : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2025, 1, 15, 6, 0, 0, TimeSpan.Zero);
    }
}
