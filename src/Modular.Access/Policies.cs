using Microsoft.AspNetCore.Authorization;

namespace Modular.Access;

/// <summary>Who may open what. Each page names one of these.</summary>
public static class Policies
{
    /// <summary>What is nominative: <c>/situations</c>, <c>/saisines</c>.</summary>
    public const string Worker = nameof(Worker);

    public const string Coordinator = nameof(Coordinator);

    public const string Administrator = nameof(Administrator);

    public const string DataProtectionOfficer = nameof(DataProtectionOfficer);

    /// <summary>Counts and calendars of one's sites.</summary>
    public const string Team = nameof(Team);

    /// <summary>Whoever is signed in.</summary>
    public const string SignedIn = nameof(SignedIn);

    internal static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Worker, policy => policy.RequireRole(Role.Worker.Spelled()));
        options.AddPolicy(Coordinator, policy => policy.RequireRole(Role.Coordinator.Spelled()));
        options.AddPolicy(Administrator, policy => policy.RequireRole(Role.Administrator.Spelled()));
        options.AddPolicy(DataProtectionOfficer, policy => policy.RequireRole(Role.DataProtectionOfficer.Spelled()));
        options.AddPolicy(Team, policy => policy.RequireRole(Role.Worker.Spelled(), Role.Coordinator.Spelled()));
        options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        // A page that forgets to say who may open it is open to nobody who is not signed in.
        options.FallbackPolicy = options.GetPolicy(SignedIn);
    }
}
