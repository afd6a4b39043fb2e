using Microsoft.Extensions.DependencyInjection;
using Modular.Presence.Feeds;
using Modular.Presence.Marks;
using Modular.Statistics;

namespace Modular.Presence;

/// <summary>Composition of the module. The store is Storage's.</summary>
public static class PresenceServices
{
    public static IServiceCollection AddPresence(this IServiceCollection services) => services
        .AddSingleton<PresenceCalendar>()
        .AddSingleton<PresenceDesk>()
        .AddSingleton<PostDesk>()
        .AddSingleton<PresenceFeeds>()
        .AddSingleton<IFactSource, PresenceFacts>();
}
