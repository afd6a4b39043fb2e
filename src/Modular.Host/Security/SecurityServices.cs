using Microsoft.AspNetCore.Authorization;
using Modular.Access;

namespace Modular.Host.Security;

/// <summary>Sessions and roles. Every address asks for an account unless it says <c>[AllowAnonymous]</c>; an address that does not exist asks too.</summary>
internal static class SecurityServices
{
    public static void AddSecurity(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<ICurrentAccount, CurrentAccount>();
        services.AddSessions();
        services.AddSingleton<PostedFormProtector>();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Policies.Worker, policy => policy.RequireRole(nameof(Role.Worker)))
            .AddPolicy(Policies.Coordinator, policy => policy.RequireRole(nameof(Role.Coordinator)))
            .AddPolicy(Policies.Administrator, policy => policy.RequireRole(nameof(Role.Administrator)))
            .AddPolicy(Policies.DataProtectionOfficer, policy => policy.RequireRole(nameof(Role.DataProtectionOfficer)))
            .AddPolicy(Policies.Team, policy => policy.RequireRole(nameof(Role.Worker), nameof(Role.Coordinator)));
    }
}
