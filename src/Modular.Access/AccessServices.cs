using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Modular.Access.Accounts;
using Modular.Access.Sessions;
using Modular.Access.SignIn;

namespace Modular.Access;

public static class AccessServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<PasswordHasherOptions>();
        services.AddSingleton<PasswordHashes>();
        services.AddSingleton<RefusedSignIns>();
        services.AddSingleton<AccountCache>();
        services.AddSingleton(provider => new AccountService(
            provider.GetRequiredService<IAccountStore>(),
            provider.GetRequiredService<AccountCache>(),
            provider.GetRequiredService<IAccessJournal>(),
            provider.GetRequiredService<PasswordHashes>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new SignInService(
            provider.GetRequiredService<IAccountStore>(),
            provider.GetRequiredService<IAttemptStore>(),
            provider.GetRequiredService<PasswordHashes>(),
            provider.GetRequiredService<IAccessJournal>(),
            provider.GetRequiredService<RefusedSignIns>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<FirstAccess>();
        services.AddSingleton(provider => new Recipients(provider.GetRequiredService<IAccountStore>()));
        return services;
    }

    public static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.AddScoped<SessionCookie>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(SessionCookie.Configure);
        return services;
    }
}
