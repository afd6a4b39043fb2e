namespace Modular.Access;

/// <param name="Account">The account's identifier; empty for a command run on the machine.</param>
/// <param name="Sites">The sites it is bounded to. An administrator and a DPO are bounded to none, and see nothing nominative.</param>
public sealed record SignedInAccount(Guid Account, string Login, Role Role, IReadOnlyList<string> Sites);
