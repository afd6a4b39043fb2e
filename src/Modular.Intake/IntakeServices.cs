using Microsoft.AspNetCore.DataProtection.KeyManagement;
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
using Modular.Sites;
using Modular.Statistics.Facts;

namespace Modular.Intake;

public static class IntakeServices
{
    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.AddSingleton<PersonalCipher>();
        services.AddSingleton<BlindIndex>();
        services.AddSingleton<SituationCipher>();
        services.AddSingleton(provider => new StoredKeysCheck(
            provider.GetRequiredService<IIntakeStore>(), provider.GetRequiredService<IKeyFiles>(), provider.GetRequiredService<IKeyManager>(),
            provider.GetRequiredService<PersonalCipher>(), provider.GetRequiredService<BlindIndex>()));
        services.AddSingleton<DraftCipher>();
        services.AddSingleton(provider => new DraftService(
            provider.GetRequiredService<IDraftStore>(), provider.GetRequiredService<DraftCipher>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DraftService>>()));
        services.AddHostedService<DraftPurgeLoop>();
        services.AddSingleton<PendingFacts>();
        services.AddSingleton<IPendingFacts>(provider => provider.GetRequiredService<PendingFacts>());
        services.AddHostedService<PendingFactsLoop>();
        services.AddSingleton(provider => new SituationService(
            provider.GetRequiredService<IIntakeStore>(), provider.GetRequiredService<IAccessJournal>(), provider.GetRequiredService<SituationCipher>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new SituationImport(
            provider.GetRequiredService<SituationService>(), provider.GetRequiredService<PendingFacts>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new SituationExport(provider.GetRequiredService<SituationService>()));
        services.AddSingleton(provider => new WaitingList(
            provider.GetRequiredService<ISiteCatalogue>(), provider.GetRequiredService<SituationService>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<RuleResultsUpdate>();
        services.AddHostedService<RuleResultsLoop>();
        services.AddJob<NotContactedReminderJob>();
        return services;
    }
}
