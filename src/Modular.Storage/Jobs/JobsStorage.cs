using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Modular.Jobs;
using Modular.Jobs.Ledger;

namespace Modular.Storage.Jobs;

public static class JobsStorage
{
    /// <summary>The job engine's own file. It holds nothing that the plans and the ledger could not bring back: no backup keeps it.</summary>
    public static EngineDatabase EngineDatabase(string dataFolder) => new(
        SqliteFactory.Instance,
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, "jobs.db"), DefaultTimeout = 30 }.ToString());

    internal static IServiceCollection AddJobsStore(this IServiceCollection services) => services
        .AddPooledDbContextFactory<JobsContext>((provider, options) => provider.GetRequiredService<Database>().Configure(options, DataFile.Main))
        .AddSingleton<IJobLedger, JobLedger>();
}
