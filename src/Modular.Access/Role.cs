namespace Modular.Access;

/// <summary>DOMAIN §1. Spelled worker, coordinator, admin, dpo in commands.</summary>
public enum Role
{
    Worker,
    Coordinator,
    Administrator,
    DataProtectionOfficer,
}
