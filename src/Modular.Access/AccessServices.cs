using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Modular.Access.Accounts;
using Modular.Access.Sessions;
using Modular.Access.SignIn;

namespace Modular.Access;

/// <summary>Accounts and sign-in, for pages and commands. The stores and the journal come with Storage.</summary>
public static class AccessServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<PasswordHasherOptions>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<RefusedSignIns>();
        services.AddSingleton<KnownAccounts>();
        services.AddSingleton(provider => new AccountBook(
            provider.GetRequiredService<IAccountStore>(),
            provider.GetRequiredService<KnownAccounts>(),
            provider.GetRequiredService<IAccessJournal>(),
            provider.GetRequiredService<Passwords>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new SignInDesk(
            provider.GetRequiredService<IAccountStore>(),
            provider.GetRequiredService<IAttemptStore>(),
            provider.GetRequiredService<Passwords>(),
            provider.GetRequiredService<IAccessJournal>(),
            provider.GetRequiredService<RefusedSignIns>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<FirstAccess>();
        services.AddSingleton(provider => new Recipients(provider.GetRequiredService<IAccountStore>()));
        return services;
    }

    /// <summary>The sessions of the pages.</summary>
    public static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.AddScoped<SessionCookie>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(SessionCookie.Configure);
        return services;
    }
}
