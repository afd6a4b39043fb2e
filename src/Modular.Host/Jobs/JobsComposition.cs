using Modular.Host.Security;
using Modular.Jobs;
using Modular.Jobs.Engine;
using Modular.Reporting.Deliveries;

namespace Modular.Host.Jobs;

/// <summary>What runs by itself, composed for the web host alone: a command runs nothing in the background.</summary>
internal static class JobsComposition
{
    public static IServiceCollection AddHostJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDeliveries(configuration.GetSection("Modular:Mail").Get<MailSettings>() ?? new MailSettings());
        services.AddSingleton<IMessageSource, NotContacted>();
        services.AddSingleton<IMessageSource, PresenceDigest>();
        services.AddSingleton<Recipients>();
        services.AddSingleton<IJobs, HostJobs>();
        services.AddJobs();
        services.AddHostedService<JobsFollowSites>();
        return services;
    }

    /// <summary>The engine's own pages, for diagnosis.</summary>
    public static void MapJobEngine(this WebApplication app) =>
        app.MapJobDashboard("/administration/taches/moteur", back: "/administration/taches").RequireAuthorization(Policies.Administrator);
}
