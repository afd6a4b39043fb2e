using System.Net.Mail;
using System.Security.Cryptography;
using Modular.Access.Sessions;

namespace Modular.Access.Accounts;

/// <summary>What somebody asks an account to be.</summary>
public sealed record AccountWish(string Login, Role Role, IReadOnlyList<string> Sites, string? Email);

/// <summary>The account, or what stands in the way: the field (login, role, sites, email, password, or empty) and a sentence in French.</summary>
public sealed record AccountResult(Account? Account, IReadOnlyList<(string Field, string Sentence)> Faults)
{
    internal static AccountResult Refused(string field, string sentence) => new(null, [(field, sentence)]);
}

/// <summary>Creates and changes accounts, and journals it. Which sites there are is the caller's to say.</summary>
public sealed class AccountBook
{
    private const string Taken = "Cet identifiant est déjà pris.";
    private const string Stale = "Ce compte a été modifié entre-temps\u202F: relisez-le, puis recommencez.";

    private readonly IAccountStore _store;
    private readonly KnownAccounts _known;
    private readonly IAccessJournal _journal;
    private readonly Passwords _passwords;
    private readonly TimeProvider _time;

    internal AccountBook(IAccountStore store, KnownAccounts known, IAccessJournal journal, Passwords passwords, TimeProvider time) =>
        (_store, _known, _journal, _passwords, _time) = (store, known, journal, passwords, time);

    public Task<IReadOnlyList<Account>> AllAsync(CancellationToken cancellation = default) => _store.AllAsync(cancellation);

    public Task<Account?> FindAsync(Guid id, CancellationToken cancellation = default) => _store.FindAsync(id, cancellation);

    public Task<bool> AnyAdministratorAsync(CancellationToken cancellation = default) => _store.AnyAdministratorAsync(cancellation);

    /// <param name="by">Who creates it; null for a command on the machine.</param>
    public async Task<AccountResult> CreateAsync(AccountWish wish, string password, Viewer? by, CancellationToken cancellation = default)
    {
        if (Draft(wish, password) is var (account, faults) && faults.Count > 0)
        {
            return new AccountResult(null, faults);
        }

        if (!await _store.AddAsync(account, cancellation))
        {
            return AccountResult.Refused("login", Taken);
        }

        await JournalAsync(by, JournalAct.AccountCreated, account, account.Role.Spelled(), cancellation);
        return new AccountResult(account, []);
    }

    internal async Task<AccountResult> CreateFirstAdministratorAsync(string login, string? email, string password, CancellationToken cancellation)
    {
        if (Draft(new AccountWish(login, Role.Administrator, [], email), password) is var (account, faults) && faults.Count > 0)
        {
            return new AccountResult(null, faults);
        }

        if (!await _store.AddFirstAdministratorAsync(account, cancellation))
        {
            return AccountResult.Refused("login", await _store.AnyAdministratorAsync(cancellation) ? "Il y a déjà un administrateur." : Taken);
        }

        await JournalAsync(null, JournalAct.AccountCreated, account, "first_administrator", cancellation);
        return new AccountResult(account, []);
    }

    /// <summary>Changes role, sites and address. Nobody changes the rights of his own account.</summary>
    public async Task<AccountResult> ChangeAsync(Guid id, int version, AccountWish wish, Viewer by, CancellationToken cancellation = default)
    {
        if (await _store.FindAsync(id, cancellation) is not { } account)
        {
            return AccountResult.Refused("", "Ce compte n’existe pas.");
        }

        var sites = SitesOf(wish);
        if (id == by.Account && (wish.Role != account.Role || !sites.SequenceEqual(account.Sites)))
        {
            return AccountResult.Refused("role", "Personne ne change ses propres droits\u202F: demandez à un autre administrateur.");
        }

        var changed = account with { Role = wish.Role, Sites = sites, Email = EmailOf(wish), Version = version };
        List<(string, string)> faults = [.. Faults(changed)];
        return faults.Count > 0 ? new AccountResult(null, faults) : await SaveAsync(changed, by, "rights", cancellation);
    }

    /// <summary>Ends its sessions and refuses its sign-ins, or opens it again.</summary>
    public async Task<AccountResult> DisableAsync(Guid id, bool disabled, Viewer by, CancellationToken cancellation = default)
    {
        if (await _store.FindAsync(id, cancellation) is not { } account)
        {
            return AccountResult.Refused("", "Ce compte n’existe pas.");
        }

        return id == by.Account
            ? AccountResult.Refused("", "Personne ne désactive son propre compte.")
            : await SaveAsync(account with { Disabled = disabled, Stamp = NewStamp() }, by, disabled ? "disabled" : "enabled", cancellation);
    }

    /// <summary>Gives an account a new password; its sessions end.</summary>
    public async Task<AccountResult> SetPasswordAsync(Guid id, string password, Viewer by, CancellationToken cancellation = default)
    {
        if (await _store.FindAsync(id, cancellation) is not { } account)
        {
            return AccountResult.Refused("", "Ce compte n’existe pas.");
        }

        List<(string, string)> faults = [.. PasswordRule.Faults(password, account.Login).Select(sentence => ("password", sentence))];
        return faults.Count > 0
            ? new AccountResult(null, faults)
            : await SaveAsync(account with { PasswordHash = _passwords.Hash(password), Stamp = NewStamp() }, by, "password", cancellation);
    }

    private async Task<AccountResult> SaveAsync(Account account, Viewer by, string what, CancellationToken cancellation)
    {
        var isSaved = await _store.UpdateAsync(account, cancellation);
        _known.Forget(account.Id);
        if (!isSaved)
        {
            return AccountResult.Refused("", Stale);
        }

        await JournalAsync(by, JournalAct.AccountChanged, account, what, cancellation);
        return new AccountResult(account with { Version = account.Version + 1 }, []);
    }

    private (Account Account, List<(string, string)> Faults) Draft(AccountWish wish, string password)
    {
        var login = Logins.Normalize(wish.Login);
        var account = new Account
        {
            Id = Guid.CreateVersion7(_time.GetUtcNow()),
            Login = login,
            Role = wish.Role,
            Sites = SitesOf(wish),
            Email = EmailOf(wish),
            PasswordHash = "",
            Stamp = NewStamp(),
            CreatedAt = _time.GetUtcNow(),
        };
        List<(string, string)> faults = [.. Faults(account), .. PasswordRule.Faults(password, login).Select(sentence => ("password", sentence))];
        return (faults.Count > 0 ? account : account with { PasswordHash = _passwords.Hash(password) }, faults);
    }

    private static IEnumerable<(string, string)> Faults(Account account)
    {
        if (!Logins.IsWellFormed(account.Login))
        {
            yield return ("login", Logins.Rule);
        }

        if (account.Role.BelongsToSites() && account.Sites.Count == 0)
        {
            yield return ("sites", "Choisissez au moins un site pour ce rôle.");
        }

        if (account.Email is { } email && !(MailAddress.TryCreate(email, out var parsed) && parsed.Address == email))
        {
            yield return ("email", "Cette adresse de courriel n’est pas complète\u202F: nom@domaine.fr.");
        }
    }

    private static string[] SitesOf(AccountWish wish) =>
        wish.Role.BelongsToSites() ? [.. wish.Sites.Distinct().Order(StringComparer.Ordinal)] : [];

    private static string? EmailOf(AccountWish wish) => string.IsNullOrWhiteSpace(wish.Email) ? null : wish.Email.Trim();

    private static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private Task JournalAsync(Viewer? by, JournalAct act, Account account, string detail, CancellationToken cancellation) =>
        _journal.RecordAsync(new JournalEntry(by?.Account ?? Guid.Empty, by?.Login ?? Machine.Command, act, null, account.Id.ToString(), detail), cancellation);
}
