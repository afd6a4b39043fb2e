namespace Modular.Access;

/// <summary>Which situations may be read and written: those of certain sites. Only a worker's account, or a command for one site, can make one.</summary>
public sealed class SituationScope
{
    private SituationScope(Guid account, string login, IReadOnlyList<string> sites) => (Account, Login, Sites) = (account, login, sites);

    public Guid Account { get; }

    public string Login { get; }

    public IReadOnlyList<string> Sites { get; }

    public static SituationScope? Of(SignedInAccount account) =>
        account.Role == Role.Worker ? new SituationScope(account.Account, account.Login, account.Sites) : null;

    /// <summary>The scope of a command that somebody with the machine's own rights runs for one site.</summary>
    public static SituationScope OfCommand(string site) => new(Guid.Empty, SystemLogin.Command, [site]);
}
