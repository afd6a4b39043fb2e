using System.Security.Cryptography;
using System.Text;
using Modular.Access.Accounts;

namespace Modular.Access.SignIn;

/// <summary>The account, or the sentence to show. The sentence is the same whether the login exists or not.</summary>
public sealed record SignInResult(Account? Account, string? Sentence);

public sealed class SignInService
{
    public const string Wrong = "Identifiant ou mot de passe incorrect. Vérifiez les majuscules, puis réessayez.";
    public const string Locked = "Trop d’essais pour cet identifiant. Réessayez dans 15 minutes, ou demandez à votre administrateur.";

    private readonly IAccountStore _accounts;
    private readonly IAttemptStore _attempts;
    private readonly PasswordHashes _passwords;
    private readonly IAccessJournal _journal;
    private readonly RefusedSignIns _refused;
    private readonly TimeProvider _time;

    internal SignInService(
        IAccountStore accounts, IAttemptStore attempts, PasswordHashes passwords, IAccessJournal journal, RefusedSignIns refused, TimeProvider time) =>
        (_accounts, _attempts, _passwords, _journal, _refused, _time) = (accounts, attempts, passwords, journal, refused, time);

    public async Task<SignInResult> TryAsync(string login, string password, CancellationToken cancellation = default)
    {
        login = LoginRule.Normalize(login);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(login)));
        var attempts = await _attempts.CountAsync(digest, _time.GetUtcNow(), cancellation);
        if (!attempts.MayTry)
        {
            return new SignInResult(null, Locked);
        }

        var account = LoginRule.IsWellFormed(login) ? await _accounts.FindAsync(login, cancellation) : null;
        if (account is not null && Right(account, password))
        {
            await _attempts.ForgetAsync(digest, cancellation);
            await _journal.RecordAsync(new JournalEntry(account.Id, account.Login, JournalAct.SignIn, null, null), cancellation);
            return new SignInResult(account, null);
        }

        if (account is null)
        {
            _passwords.VerifyNobody(password[..Math.Min(password.Length, PasswordRule.Most)]);
        }

        await _refused.RecordAsync(account, attempts, cancellation);
        return new SignInResult(null, attempts.LockedUntil is null ? Wrong : Locked);
    }

    private bool Right(Account account, string password) =>
        password.Length <= PasswordRule.Most && _passwords.Verify(account, password) && !account.Disabled;
}
