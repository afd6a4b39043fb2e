using Modular.Host.Composition;
using Modular.Jobs;
using Modular.Reporting.Deliveries;
using Modular.Storage.Jobs;

namespace Modular.Host.Jobs;

/// <summary>What runs by itself, composed for the web host alone: a command runs nothing in the background.</summary>
internal static class JobsComposition
{
    public static IServiceCollection AddHostJobs(this IServiceCollection services, ModularSettings settings, IConfiguration configuration)
    {
        services.AddDeliveries(configuration.GetSection("Modular:Mail").Get<MailSettings>() ?? new MailSettings());
        services.AddSingleton<IMessageSource, NotContacted>();
        services.AddSingleton<IMessageSource, PresenceDigest>();
        services.AddSingleton<Recipients>();
        services.AddSingleton<IJobs, HostJobs>();
        services.AddJobs(JobsStorage.EngineDatabase(settings.DataFolder));
        services.AddHostedService<JobsFollowSites>();
        return services;
    }
}
