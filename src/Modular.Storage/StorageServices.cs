using Microsoft.Extensions.DependencyInjection;
using Modular.Storage.Access;
using Modular.Storage.Backups;
using Modular.Storage.Deliveries;
using Modular.Storage.Drafts;
using Modular.Storage.Intake;
using Modular.Storage.Presence;
using Modular.Storage.Jobs;
using Modular.Storage.Journal;
using Modular.Storage.Statistics;

namespace Modular.Storage;

/// <summary>Composition of the stores. Each module's part is in its own folder.</summary>
internal static class StorageServices
{
    /// <summary>The stores on an <see cref="IDatabase"/>, which the database's own project adds.</summary>
    public static IServiceCollection AddStores(this IServiceCollection services)
    {
        services.AddIntakeStore();
        services.AddDraftStore();
        services.AddStatisticsStore();
        services.AddPresenceStore();
        services.AddAccessStore();
        services.AddJournal();
        services.AddBackups();
        services.AddDeliveriesStore();
        services.AddJobsStore();
        return services;
    }

    /// <summary>A module's context, on the database that is composed.</summary>
    public static IServiceCollection AddTables<TContext>(this IServiceCollection services)
        where TContext : ModuleContext =>
        services.AddPooledDbContextFactory<TContext>((provider, options) => provider.GetRequiredService<IDatabase>().Configure(options));
}
