using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Modular.Access.Accounts;
using Modular.Access.Sessions;
using Modular.Access.SignIn;

namespace Modular.Access;

/// <summary>Accounts, sessions and policies. The stores and the journal come with Storage.</summary>
public static class AccessServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services, string dataFolder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddDataProtection().SetApplicationName(KeyRing.Application).PersistKeysToFileSystem(KeyRing.Open(dataFolder));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(SessionCookie.Configure);
        services.AddAuthorization(Policies.Add);
        services.AddHttpContextAccessor();
        services.AddScoped<SessionCookie>();
        services.AddSingleton<ICurrentViewer, CurrentViewer>();
        services.AddSingleton(provider => new Passwords(provider.GetService<IOptions<PasswordHasherOptions>>() ?? Options.Create(new PasswordHasherOptions())));
        services.AddSingleton<RefusedSignIns>();
        services.AddSingleton(provider => new AccountBook(
            provider.GetRequiredService<IAccountStore>(),
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
        return services;
    }
}
