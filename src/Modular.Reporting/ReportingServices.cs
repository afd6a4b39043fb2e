using Microsoft.Extensions.DependencyInjection;
using Modular.Jobs;
using Modular.Jobs.Messages;
using Modular.Reporting.Deliveries;
using Modular.Sites;

namespace Modular.Reporting;

/// <summary>Composition of the reports.</summary>
public static class ReportingServices
{
    /// <param name="browser">Which browser prints a PDF; null: one that is found on the machine.</param>
    public static IServiceCollection AddReporting(this IServiceCollection services, string? browser) => services
        .AddSingleton<ReportService>()
        .AddSingleton(new PdfPrinter(browser))
        .AddSingleton<ISiteCheck, TemplateCheck>()
        .AddSingleton<IMessageSource, ReportMessages>()
        .AddJob<ReportJob>();
}
