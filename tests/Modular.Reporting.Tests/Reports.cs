using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
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
        var (site, faults) = new SiteLoader(TimeProvider.System, new TemplateCheck(TimeProvider.System)).Load(Path.Combine(Plugins, folder));
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

    public static Task<ReportDocument> RenderAsync(LoadedSite site, FactsInMemory facts, string period, string report) =>
        RenderAsync(site, facts, period, report, new Morning(), NullLogger<ReportService>.Instance, default);

    /// <summary>A report of one figure, « situations », that nothing was told of.</summary>
    public static Task<ReportDocument> RenderAsync(string template, TimeProvider time, CancellationToken cancellation = default)
    {
        var report = new ReportDefinition
        {
            Id = "essai",
            Title = "Essai",
            Period = PeriodKind.Year,
            Figures = [FactsInMemory.Count("situations")],
            Template = template,
        };
        var site = Site("Dunkerque") with { Reports = [report] };
        return RenderAsync(site, new FactsInMemory(), "2024", report.Id, time, NullLogger<ReportService>.Instance, cancellation);
    }

    public static async Task<ReportDocument> RenderAsync(
        LoadedSite site, FactsInMemory facts, string period, string report, TimeProvider time, ILogger<ReportService> log, CancellationToken cancellation)
    {
        Assert.IsTrue(ReportPeriod.TryParse(period, out var parsed));
        var service = new ReportService(new FigureEngine(facts, [], []), time, log);
        return await service.RenderAsync(site, site.Reports.Single(one => one.Id == report), parsed, cancellation);
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
    public sealed class Morning : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2025, 1, 15, 6, 0, 0, TimeSpan.Zero);
    }
}
