using Modular.Access;

namespace Modular.Host.Security;

/// <summary>Names for <c>[Authorize(Policy = …)]</c>. A page without one asks for an account, whatever its role.</summary>
internal static class Policies
{
    public const string Worker = nameof(Role.Worker);
    public const string Coordinator = nameof(Role.Coordinator);
    public const string Administrator = nameof(Role.Administrator);
    public const string DataProtectionOfficer = nameof(Role.DataProtectionOfficer);

    /// <summary>Worker or coordinator: presence, directory, reports.</summary>
    public const string Team = "Team";
}
