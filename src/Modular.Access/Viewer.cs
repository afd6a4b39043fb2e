namespace Modular.Access;

/// <param name="Account">The account's identifier; empty for a command run on the machine.</param>
/// <param name="Sites">The sites it is bounded to. An administrator and a DPO are bounded to none, and see nothing nominative.</param>
public sealed record Viewer(Guid Account, string Login, Role Role, IReadOnlyList<string> Sites);

/// <summary>The right to what is nominative, for certain sites: only a worker's account, or a command for one site, can make one.</summary>
public sealed class NominativeScope
{
    private NominativeScope(Guid account, string login, IReadOnlyList<string> sites) => (Account, Login, Sites) = (account, login, sites);

    public Guid Account { get; }

    public string Login { get; }

    public IReadOnlyList<string> Sites { get; }

    public static NominativeScope? Of(Viewer viewer) =>
        viewer.Role == Role.Worker ? new NominativeScope(viewer.Account, viewer.Login, viewer.Sites) : null;

    /// <summary>The scope of a command that somebody with the machine's own rights runs for one site.</summary>
    public static NominativeScope OfCommand(string site) => new(Guid.Empty, Machine.Command, [site]);
}
