using Microsoft.Extensions.DependencyInjection;
using Modular.Jobs;
using Modular.Jobs.Messages;
using Modular.Reporting.Deliveries;
using Modular.Reporting.Documents;
using Modular.Reporting.Formats;
using Modular.Reporting.Templates.Checking;
using Modular.Sites;

namespace Modular.Reporting;

public static class ReportingServices
{
    public static IServiceCollection AddReporting(this IServiceCollection services, string? browser) => services
        .AddSingleton<ReportService>()
        .AddSingleton(new PdfPrinter(browser))
        .AddSingleton<IStaticCheck, TemplateCheck>()
        .AddSingleton<IMessageSource, ReportMessageSource>()
        .AddJob<ReportJob>();
}
