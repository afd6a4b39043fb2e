using Modular.Contracts.Wording;

namespace Modular.Access;

/// <summary>DOMAIN §1. Spelled worker, coordinator, admin, dpo in commands.</summary>
public enum Role
{
    Worker,
    Coordinator,
    Administrator,
    DataProtectionOfficer,
}

public static class RoleNames
{
    public static readonly IReadOnlyList<Role> All = Enum.GetValues<Role>();

    public static string Spelled(this Role role) => role switch
    {
        Role.Worker => "worker",
        Role.Coordinator => "coordinator",
        Role.Administrator => "admin",
        Role.DataProtectionOfficer => "dpo",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    public static Role? Named(string? spelled) => All.Cast<Role?>().FirstOrDefault(role => role?.Spelled() == spelled);

    public static string Label(this Role role) => Words.Of("role", role.Spelled());

    /// <summary>A worker and a coordinator work for sites; an administrator and a DPO are bounded to none.</summary>
    public static bool BelongsToSites(this Role role) => role is Role.Worker or Role.Coordinator;
}
