using Microsoft.Extensions.DependencyInjection;
using Modular.Access.Accounts;
using Modular.Access.SignIn;

namespace Modular.Storage.Access;

internal static class AccessStorage
{
    public static IServiceCollection AddAccessStore(this IServiceCollection services) => services
        .AddTables<AccessContext>()
        .AddSingleton<IAccountStore, AccountStore>()
        .AddSingleton<IAttemptStore, AttemptStore>();
}
