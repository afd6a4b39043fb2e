namespace Modular.Access.Accounts;

public sealed record Account
{
    public required Guid Id { get; init; }

    /// <summary>In the form that <see cref="LoginRule.Normalize"/> gives.</summary>
    public required string Login { get; init; }

    public required Role Role { get; init; }

    /// <summary>Identifiers of the sites it is bounded to; empty for roles that belong to none.</summary>
    public IReadOnlyList<string> Sites { get; init; } = [];

    public string? Email { get; init; }

    public required string PasswordHash { get; init; }

    /// <summary>Changes with the password and the state: sessions opened under another one are over.</summary>
    public required string Stamp { get; init; }

    public bool Disabled { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts the changes: two administrators on one account do not overwrite each other.</summary>
    public int Version { get; init; }

    public SignedInAccount SignedInAccount => new(Id, Login, Role, Sites);

    /// <summary>The identifier alone: no log ever prints a hash or an address.</summary>
    public override string ToString() => Id.ToString();
}
