using Microsoft.Extensions.DependencyInjection;
using Modular.Reporting.Deliveries;
using Modular.Sites;

namespace Modular.Reporting;

public static class ReportingServices
{
    public static IServiceCollection AddReporting(this IServiceCollection services) => services
        .AddSingleton<ReportService>()
        .AddSingleton<ISiteCheck, TemplateCheck>()
        .AddSingleton<IMessageSource, ReportMessages>();
}
