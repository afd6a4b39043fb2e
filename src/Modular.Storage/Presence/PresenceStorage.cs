using Microsoft.Extensions.DependencyInjection;
using Modular.Presence.Marks;

namespace Modular.Storage.Presence;

internal static class PresenceStorage
{
    public static IServiceCollection AddPresenceStore(this IServiceCollection services) => services
        .AddPooledDbContextFactory<PresenceContext>((provider, options) => provider.GetRequiredService<Database>().Configure(options, DataFile.Main))
        .AddSingleton<IPresenceStore, PresenceStore>();
}
