namespace Modular.Access;

/// <summary>The account that asks, as every module sees it.</summary>
/// <param name="Account">The account's identifier; empty for a command run on the machine.</param>
/// <param name="Login">Its login.</param>
/// <param name="Role">Its role.</param>
/// <param name="Sites">The sites it is bounded to. An administrator and a DPO are bounded to none, and see nothing nominative.</param>
public sealed record Viewer(Guid Account, string Login, Role Role, IReadOnlyList<string> Sites);

/// <summary>
/// The right to read and write what is nominative, for certain sites. Intake does nothing without one, and only a worker's account (or a command on
/// the machine, for one site) can make one: a coordinator's or an administrator's page has nothing to hand over.
/// </summary>
public sealed class NominativeScope
{
    private NominativeScope(Guid account, string login, IReadOnlyList<string> sites)
    {
        Account = account;
        Login = login;
        Sites = sites;
    }

    public Guid Account { get; }

    public string Login { get; }

    public IReadOnlyList<string> Sites { get; }

    /// <summary>The scope of a worker, or null for every other role.</summary>
    public static NominativeScope? Of(Viewer viewer) =>
        viewer.Role == Role.Worker ? new NominativeScope(viewer.Account, viewer.Login, viewer.Sites) : null;

    /// <summary>The scope of a command that somebody with the machine's own rights runs for one site.</summary>
    public static NominativeScope OfCommand(string site) => new(Guid.Empty, Machine.Command, [site]);
}
