using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Modular.Access;

namespace Modular.Host.Security;

/// <summary>Sessions and roles. Every address asks for an account unless it says <c>[AllowAnonymous]</c>; an address that does not exist asks too.</summary>
internal static class SignedInPeople
{
    public static void AddSignedInPeople(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<ICurrentViewer, CurrentViewer>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(Session);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Policies.Worker, policy => policy.RequireRole(nameof(Role.Worker)))
            .AddPolicy(Policies.Coordinator, policy => policy.RequireRole(nameof(Role.Coordinator)))
            .AddPolicy(Policies.Administrator, policy => policy.RequireRole(nameof(Role.Administrator)))
            .AddPolicy(Policies.DataProtectionOfficer, policy => policy.RequireRole(nameof(Role.DataProtectionOfficer)))
            .AddPolicy(Policies.Team, policy => policy.RequireRole(nameof(Role.Worker), nameof(Role.Coordinator)));
    }

    private static void Session(CookieAuthenticationOptions session)
    {
        session.Cookie.Name = "modular.session";
        session.Cookie.HttpOnly = true;
        session.Cookie.SameSite = SameSiteMode.Lax;
        session.ExpireTimeSpan = TimeSpan.FromMinutes(15);
        session.SlidingExpiration = true;
        session.LoginPath = "/connexion";
        session.ReturnUrlParameter = "retour";
        // The calm 403 page, where the person is, instead of a redirection.
        session.Events.OnRedirectToAccessDenied = static denied =>
        {
            denied.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }
}
