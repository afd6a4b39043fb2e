using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Modular.Access.Accounts;

/// <summary>ASP.NET Core Identity's hash (PBKDF2, salted, its own version inside), and a hash of nobody's to spend the same time on.</summary>
internal sealed class PasswordHashes(IOptions<PasswordHasherOptions> options)
{
    private readonly PasswordHasher<Account> _hasher = new(options);
    private string? _nobody;

    public string Hash(string password) => _hasher.HashPassword(null!, password);

    public bool Verify(Account account, string password) =>
        _hasher.VerifyHashedPassword(account, account.PasswordHash, password) != PasswordVerificationResult.Failed;

    /// <summary>An unknown login takes as long as a known one.</summary>
    public void VerifyNobody(string password)
    {
        _nobody ??= Hash("personne");
        _hasher.VerifyHashedPassword(null!, _nobody, password);
    }
}
