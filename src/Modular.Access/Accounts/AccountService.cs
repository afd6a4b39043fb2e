using System.Net.Mail;
using System.Security.Cryptography;
using Modular.Access.Sessions;

namespace Modular.Access.Accounts;

public sealed record AccountRequest(string Login, Role Role, IReadOnlyList<string> Sites, string? Email);

/// <summary>The account, or what stands in the way: the field (login, role, sites, email, password, or empty) and a sentence in French.</summary>
public sealed record AccountResult(Account? Account, IReadOnlyList<(string Field, string Sentence)> Faults)
{
    internal static AccountResult Refused(string field, string sentence) => new(null, [(field, sentence)]);
}

/// <summary>Creates and changes accounts, and journals it. Which sites there are is the caller's to say.</summary>
public sealed class AccountService
{
    private const string Taken = "Cet identifiant est déjà pris.";
    private const string Stale = "Ce compte a été modifié entre-temps\u202F: relisez-le, puis recommencez.";

    private readonly IAccountStore _store;
    private readonly AccountCache _cache;
    private readonly IAccessJournal _journal;
    private readonly PasswordHashes _passwords;
    private readonly TimeProvider _time;

    internal AccountService(IAccountStore store, AccountCache known, IAccessJournal journal, PasswordHashes passwords, TimeProvider time) =>
        (_store, _cache, _journal, _passwords, _time) = (store, known, journal, passwords, time);

    public Task<IReadOnlyList<Account>> AllAsync(CancellationToken cancellation = default) => _store.AllAsync(cancellation);

    public Task<Account?> FindAsync(Guid id, CancellationToken cancellation = default) => _store.FindAsync(id, cancellation);

    public Task<bool> AnyAdministratorAsync(CancellationToken cancellation = default) => _store.AnyAdministratorAsync(cancellation);

    /// <param name="by">Who creates it; null for a command on the machine.</param>
    public async Task<AccountResult> CreateAsync(AccountRequest request, string password, SignedInAccount? by, CancellationToken cancellation = default)
    {
        if (Draft(request, password) is var (account, faults) && faults.Count > 0)
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
        if (Draft(new AccountRequest(login, Role.Administrator, [], email), password) is var (account, faults) && faults.Count > 0)
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
    public Task<AccountResult> ChangeAsync(
        Guid id, int version, AccountRequest request, SignedInAccount by, CancellationToken cancellation = default) => ChangeAsync(id, async account =>
    {
        var sites = SitesOf(request);
        if (id == by.Account && (request.Role != account.Role || !sites.SequenceEqual(account.Sites)))
        {
            return AccountResult.Refused("role", "Personne ne change ses propres droits\u202F: demandez à un autre administrateur.");
        }

        var changed = account with { Role = request.Role, Sites = sites, Email = EmailOf(request), Version = version };
        List<(string, string)> faults = [.. Faults(changed)];
        return faults.Count > 0 ? new AccountResult(null, faults) : await SaveAsync(changed, by, "rights", cancellation);
    }, cancellation);

    /// <summary>Ends its sessions and refuses its sign-ins, or opens it again.</summary>
    public Task<AccountResult> DisableAsync(
        Guid id, bool disabled, SignedInAccount by, CancellationToken cancellation = default) => ChangeAsync(id, async account =>
        id == by.Account
            ? AccountResult.Refused("", "Personne ne désactive son propre compte.")
            : await SaveAsync(account with { Disabled = disabled, Stamp = NewStamp() }, by, disabled ? "disabled" : "enabled", cancellation), cancellation);

    public Task<AccountResult> SetPasswordAsync(
        Guid id, string password, SignedInAccount by, CancellationToken cancellation = default) => ChangeAsync(id, async account =>
    {
        List<(string, string)> faults = [.. PasswordRule.Faults(password, account.Login).Select(sentence => ("password", sentence))];
        return faults.Count > 0
            ? new AccountResult(null, faults)
            : await SaveAsync(account with { PasswordHash = _passwords.Hash(password), Stamp = NewStamp() }, by, "password", cancellation);
    }, cancellation);

    private async Task<AccountResult> ChangeAsync(Guid id, Func<Account, Task<AccountResult>> change, CancellationToken cancellation) =>
        await _store.FindAsync(id, cancellation) is { } account ? await change(account) : AccountResult.Refused("", "Ce compte n’existe pas.");

    private async Task<AccountResult> SaveAsync(Account account, SignedInAccount by, string what, CancellationToken cancellation)
    {
        var isSaved = await _store.UpdateAsync(account, cancellation);
        _cache.Forget(account.Id);
        if (!isSaved)
        {
            return AccountResult.Refused("", Stale);
        }

        await JournalAsync(by, JournalAct.AccountChanged, account, what, cancellation);
        return new AccountResult(account with { Version = account.Version + 1 }, []);
    }

    private (Account Account, List<(string, string)> Faults) Draft(AccountRequest request, string password)
    {
        var login = LoginRule.Normalize(request.Login);
        var account = new Account
        {
            Id = Guid.CreateVersion7(_time.GetUtcNow()),
            Login = login,
            Role = request.Role,
            Sites = SitesOf(request),
            Email = EmailOf(request),
            PasswordHash = "",
            Stamp = NewStamp(),
            CreatedAt = _time.GetUtcNow(),
        };
        List<(string, string)> faults = [.. Faults(account), .. PasswordRule.Faults(password, login).Select(sentence => ("password", sentence))];
        return (faults.Count > 0 ? account : account with { PasswordHash = _passwords.Hash(password) }, faults);
    }

    private static IEnumerable<(string, string)> Faults(Account account)
    {
        if (!LoginRule.IsWellFormed(account.Login))
        {
            yield return ("login", LoginRule.Rule);
        }

        if (account.Role.BelongsToSites() && account.Sites.Count == 0)
        {
            yield return ("sites", "Choisissez au moins un site pour ce rôle.");
        }

        if (account.Email is { } email && (email.Any(char.IsControl) || !MailAddress.TryCreate(email, out var parsed) || parsed.Address != email))
        {
            yield return ("email", "Cette adresse de courriel n’est pas complète\u202F: nom@domaine.fr.");
        }
    }

    private static string[] SitesOf(AccountRequest request) =>
        request.Role.BelongsToSites() ? [.. request.Sites.Distinct().Order(StringComparer.Ordinal)] : [];

    private static string? EmailOf(AccountRequest request) => string.IsNullOrWhiteSpace(request.Email) ? null : request.Email.Trim();

    private static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private Task JournalAsync(SignedInAccount? by, JournalAct act, Account account, string detail, CancellationToken cancellation) =>
        _journal.RecordAsync(
            new JournalEntry(by?.Account ?? Guid.Empty, by?.Login ?? SystemLogin.Command, act, null, account.Id.ToString(), detail), cancellation);
}
