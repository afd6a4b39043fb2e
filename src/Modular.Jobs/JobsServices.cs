using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Hangfire.InMemory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Modular.Jobs.Engine;
using Modular.Jobs.Ledger;
using Modular.Jobs.Messages;

namespace Modular.Jobs;

public static class JobsServices
{
    /// <summary>The activity source whose spans are runs of jobs: the key, and the kind of failure.</summary>
    public const string Spans = "Modular.Jobs";

    /// <summary>A module's job. One that writes messages too is asked for them.</summary>
    public static IServiceCollection AddJob<T>(this IServiceCollection services) where T : class, IJob
    {
        services.AddSingleton<T>().AddSingleton<IJob>(provider => provider.GetRequiredService<T>());
        var writes = typeof(T).IsAssignableTo(typeof(IMessageSource));
        return writes ? services.AddSingleton(provider => (IMessageSource)provider.GetRequiredService<T>()) : services;
    }

    /// <summary>
    /// The ledger's rules and the engine that calls it when something is due. Modules add their <see cref="IJob"/>s, Storage the <see cref="IJobLedger"/>.
    /// </summary>
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobPlans>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<IJobScheduler, JobScheduler>();
        services.AddSingleton<ReconciliationLoop>();
        services.AddHostedService(provider => provider.GetRequiredService<ReconciliationLoop>());
        services.AddHostedService<OwnershipLoop>();

        // Nothing that the ledger needs is kept here: a host that begins with an empty one asks the ledger, and has lost nothing.
        services.AddSingleton<JobStorage>(_ => new InMemoryStorage());
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        // None of the engine's own: when a failure is tried again, the ledger says.
        services.AddSingleton<IJobFilterProvider>(new JobFilterCollection { new StatisticsHistoryAttribute(), new StackTraceFilter() });
        services.AddHangfire((provider, engine) =>
            engine.UseLogProvider(new HangfireLog(provider.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(Hangfire)))));
        services.AddSingleton(ServerOptions());
        services.AddHangfireServer();
        services.AddSingleton<Timetable>();
        services.AddSingleton<DueJobs>();
        return services;
    }

    private static BackgroundJobServerOptions ServerOptions() => new()
    {
        ServerName = "modular",
        // A long report keeps no other job waiting, and no more of the machine is taken from those who type.
        WorkerCount = 2,
        // A call may be so late.
        SchedulePollingInterval = TimeSpan.FromSeconds(15),
        // These look after other hosts and after jobs that were deleted by hand: there are none of either.
        HeartbeatInterval = TimeSpan.FromMinutes(1),
        ServerCheckInterval = TimeSpan.FromHours(1),
        CancellationCheckInterval = TimeSpan.FromMinutes(10),
        // What runs may end. What takes longer is told to stop, in time to write that into the ledger before the host is killed; the next start runs it again.
        StopTimeout = TimeSpan.FromSeconds(2),
        ShutdownTimeout = TimeSpan.FromSeconds(5),
    };
}
