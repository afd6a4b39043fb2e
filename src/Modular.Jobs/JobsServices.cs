using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Modular.Jobs.Engine;
using Modular.Jobs.Ledger;
using Quartz;

namespace Modular.Jobs;

/// <summary>Where the engine keeps its own state: a file apart, so that its writes and those of the data do not wait for each other.</summary>
public sealed record EngineDatabase(DbProviderFactory Driver, string ConnectionString);

public static class JobsServices
{
    /// <summary>The engine and the ledger's rules. The host adds its <see cref="IJobs"/>, Storage the <see cref="IJobLedger"/>.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, EngineDatabase database)
    {
        services.AddSingleton<JobRunner>();
        services.AddSingleton<IJobBoard, JobBoard>();
        services.AddQuartz(quartz => quartz
            .UseDefaultThreadPool(2)
            .UsePersistentStore(store => store.UseSqlite(database.Driver, database.ConnectionString).ProvisionSchema()));
        services.AddHostedService<JobsAtStart>();
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }
}
