using Microsoft.Extensions.DependencyInjection;
using Modular.Jobs.Ledger;

namespace Modular.Storage.Jobs;

internal static class JobsStorage
{
    public static IServiceCollection AddJobsStore(this IServiceCollection services) => services
        .AddTables<JobsContext>()
        .AddSingleton<IJobLedger, JobLedger>();
}
