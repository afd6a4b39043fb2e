using Microsoft.Extensions.DependencyInjection;
using Modular.Jobs;
using Modular.Presence.Cover;
using Modular.Presence.Feeds;
using Modular.Presence.Outcomes;
using Modular.Presence.Staffing;
using Modular.Statistics.Facts;

namespace Modular.Presence;

public static class PresenceServices
{
    public static IServiceCollection AddPresence(this IServiceCollection services) => services
        .AddSingleton(provider => new PresenceCalendar(Get<IPresenceStore>(provider), Get<TimeProvider>(provider)))
        .AddSingleton(provider => new OutcomeService(Get<IPresenceStore>(provider), Get<PresenceCalendar>(provider), Get<TimeProvider>(provider)))
        .AddSingleton(provider => new StaffingService(Get<IPresenceStore>(provider)))
        .AddSingleton(provider => new PresenceFeedService(Get<IPresenceStore>(provider), Get<PresenceCalendar>(provider), Get<TimeProvider>(provider)))
        .AddSingleton<IFactSource, PresenceFacts>()
        .AddJob<PresenceDigestJob>();

    private static T Get<T>(IServiceProvider provider) where T : notnull => provider.GetRequiredService<T>();
}
