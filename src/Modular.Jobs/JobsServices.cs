using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Hangfire.InMemory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Modular.Jobs.Engine;
using Modular.Jobs.Ledger;

namespace Modular.Jobs;

public static class JobsServices
{
    /// <summary>The ledger's rules and the engine that rings. The host adds its <see cref="IJobs"/>, Storage the <see cref="IJobLedger"/>.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobRunner>();
        services.AddSingleton<IJobBoard, JobBoard>();
        services.AddHostedService<JobsAtStart>();

        // Nothing that the ledger needs is kept here: a host that begins with an empty one asks the ledger, and has lost nothing.
        services.AddSingleton<JobStorage>(_ => new InMemoryStorage());
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        // None of the engine's own: when a failure is tried again, the ledger says.
        services.AddSingleton<IJobFilterProvider>(new JobFilterCollection { new StatisticsHistoryAttribute(), new KeysOnly() });
        services.AddHangfire((provider, engine) =>
            engine.UseLogProvider(new EngineLog(provider.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(Hangfire)))));
        services.AddSingleton(ServerOptions());
        services.AddHangfireServer();
        services.AddSingleton<Timetable>();
        services.AddSingleton<Ring>();
        return services;
    }

    private static BackgroundJobServerOptions ServerOptions() => new()
    {
        ServerName = "modular",
        // A long report keeps no other job waiting, and no more of the machine is taken from those who type.
        WorkerCount = 2,
        // So late may a ring be.
        SchedulePollingInterval = TimeSpan.FromSeconds(15),
        // These look after other hosts and after jobs that were deleted by hand: there are none of either.
        HeartbeatInterval = TimeSpan.FromMinutes(1),
        ServerCheckInterval = TimeSpan.FromHours(1),
        CancellationCheckInterval = TimeSpan.FromMinutes(10),
        // What runs may end. What takes longer is told to stop, in time to write that into the ledger before the host's own 30 seconds are over.
        StopTimeout = TimeSpan.FromSeconds(20),
        ShutdownTimeout = TimeSpan.FromSeconds(25),
    };
}
