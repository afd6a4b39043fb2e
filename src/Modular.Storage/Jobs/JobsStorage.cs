using Microsoft.Extensions.DependencyInjection;
using Modular.Jobs.Ledger;

namespace Modular.Storage.Jobs;

internal static class JobsStorage
{
    public static IServiceCollection AddJobsStore(this IServiceCollection services) => services
        .AddPooledDbContextFactory<JobsContext>((provider, options) => provider.GetRequiredService<Database>().Configure(options, DataFile.Main))
        .AddSingleton<IJobLedger, JobLedger>();
}
