using Microsoft.Extensions.DependencyInjection;
using Modular.Presence.Marks;

namespace Modular.Storage.Presence;

internal static class PresenceStorage
{
    public static IServiceCollection AddPresenceStore(this IServiceCollection services) => services
        .AddTables<PresenceContext>()
        .AddSingleton<IPresenceStore, PresenceStore>();
}
