using Microsoft.Extensions.DependencyInjection;
using Modular.Storage.Access;
using Modular.Storage.Backups;
using Modular.Storage.Deliveries;
using Modular.Storage.Drafts;
using Modular.Storage.Intake;
using Modular.Storage.Presence;
using Modular.Storage.Jobs;
using Modular.Storage.Journal;
using Modular.Storage.Schema;
using Modular.Storage.Statistics;

namespace Modular.Storage;

/// <summary>Composition of the stores. Each module's part is in its own folder.</summary>
public static class StorageServices
{
    public static IServiceCollection AddModularStorage(this IServiceCollection services, string dataFolder)
    {
        services.AddSingleton(new Database(dataFolder));
        services.AddSingleton<SchemaScripts>();
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
}
