using Modular.Host.Security;
using Modular.Jobs;
using Modular.Jobs.Engine;
using Modular.Reporting.Deliveries;
using Modular.Sites;

namespace Modular.Host.Jobs;

/// <summary>What runs by itself, composed for the web host alone: a command runs nothing in the background.</summary>
internal static class HostJobServices
{
    public static IServiceCollection AddHostJobs(this IServiceCollection services, IConfiguration configuration) => services
        .AddDeliveries(configuration.GetSection("Modular:Mail").Get<MailSettings>() ?? new MailSettings())
        .AddJobs();

    /// <summary>The engine's own pages, for diagnosis. A site that comes or goes takes its schedules with it, without a restart.</summary>
    public static void MapJobEngine(this WebApplication app)
    {
        app.MapJobDashboard("/administration/taches/moteur", back: "/administration/taches").RequireAuthorization(Policies.Administrator);
        app.Services.GetRequiredService<ISiteCatalogue>().Changed += app.Services.GetRequiredService<IJobScheduler>().PlansChanged;
    }
}
