using Microsoft.Extensions.DependencyInjection;
using Modular.Access.Accounts;
using Modular.Access.SignIn;

namespace Modular.Storage.Access;

internal static class AccessStorage
{
    public static IServiceCollection AddAccessStore(this IServiceCollection services) => services
        .AddPooledDbContextFactory<AccessContext>((provider, options) => provider.GetRequiredService<Database>().Configure(options, DataFile.Main))
        .AddSingleton<IAccountStore, AccountStore>()
        .AddSingleton<IAttemptStore, AttemptStore>();
}
