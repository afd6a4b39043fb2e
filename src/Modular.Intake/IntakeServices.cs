using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Modular.Access;
using Modular.Intake.Drafts;
using Modular.Intake.Exchange;
using Modular.Intake.Facts;
using Modular.Intake.Reminders;
using Modular.Intake.Secrecy;
using Modular.Intake.Situations;
using Modular.Jobs;
using Modular.Statistics;

namespace Modular.Intake;

/// <summary>Composition of the nominative side.</summary>
public static class IntakeServices
{
    /// <param name="services">The host's services.</param>
    /// <param name="keysFolder">Where the Data Protection keys stand; the key of the name index stands beside them.</param>
    public static IServiceCollection AddIntake(this IServiceCollection services, string keysFolder)
    {
        services.AddSingleton<PersonalCipher>();
        services.AddSingleton(provider => new BlindIndex(provider.GetRequiredService<IDataProtectionProvider>(), keysFolder));
        services.AddSingleton<SituationSealer>();
        services.AddSingleton<DraftSealer>();
        services.AddSingleton(provider => new DraftBook(
            provider.GetRequiredService<IDraftStore>(), provider.GetRequiredService<DraftSealer>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DraftBook>>()));
        services.AddHostedService<OldDrafts>();
        services.AddSingleton<PendingFacts>();
        services.AddSingleton<IPendingFacts>(provider => provider.GetRequiredService<PendingFacts>());
        services.AddHostedService<PendingFactsLoop>();
        services.AddSingleton(provider => new SituationBook(
            provider.GetRequiredService<IIntakeStore>(), provider.GetRequiredService<IAccessJournal>(), provider.GetRequiredService<SituationSealer>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new SituationImport(
            provider.GetRequiredService<SituationBook>(), provider.GetRequiredService<PendingFacts>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new SituationExport(provider.GetRequiredService<SituationBook>()));
        services.AddSingleton<WaitingList>();
        services.AddJob<NotContactedReminder>();
        return services;
    }
}
