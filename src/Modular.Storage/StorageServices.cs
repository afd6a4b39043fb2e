using Microsoft.Extensions.DependencyInjection;
using Modular.Access;
using Modular.Access.Accounts;
using Modular.Access.Journal;
using Modular.Access.SignIn;
using Modular.Intake.Drafts;
using Modular.Jobs;
using Modular.Jobs.Ledger;
using Modular.Presence;
using Modular.Reporting.Deliveries;
using Modular.Statistics.Facts;
using Modular.Storage.Access;
using Modular.Storage.Backups;
using Modular.Storage.Deliveries;
using Modular.Storage.Drafts;
using Modular.Storage.Intake;
using Modular.Storage.Jobs;
using Modular.Storage.Journal;
using Modular.Storage.Presence;
using Modular.Storage.Statistics;

namespace Modular.Storage;

/// <summary>Composition of the stores, on an <see cref="IDatabase"/> that the database's own project adds.</summary>
internal static class StorageServices
{
    public static IServiceCollection AddStores(this IServiceCollection services) => services
        .AddSingleton<ServedData>()
        .AddIntakeStore()
        .AddSingleton<DraftFile>().AddSingleton<IDraftStore, DraftStore>().AddSingleton<UnreadableDrafts>()
        .AddTables<StatisticsContext>().AddSingleton<IFactSink, FactStore>().AddSingleton<IFactReader, FactReader>()
        .AddTables<PresenceContext>().AddSingleton<IPresenceStore, PresenceStore>()
        .AddTables<AccessContext>().AddSingleton<IAccountStore, AccountStore>().AddSingleton<IAttemptStore, AttemptStore>()
        .AddSingleton(provider => JournalHeadFile.Of(provider.GetRequiredService<IDatabase>()))
        .AddSingleton<IPendingJournal, PendingJournal>().AddSingleton<IAccessJournal, JournalWriter>().AddSingleton<IJournalReader, JournalReader>()
        .AddSingleton<BackupArchive>().AddSingleton<BackupFolder>().AddJob<BackupJob>()
        .AddTables<DeliveriesContext>().AddSingleton<IDeliveryStore, DeliveryStore>()
        .AddTables<JobsContext>().AddSingleton<IJobLedger, JobLedger>();

    /// <summary>A module's context, on the database that is composed.</summary>
    public static IServiceCollection AddTables<TContext>(this IServiceCollection services)
        where TContext : ModuleContext =>
        services.AddPooledDbContextFactory<TContext>((provider, options) => provider.GetRequiredService<IDatabase>().Configure(options));
}
