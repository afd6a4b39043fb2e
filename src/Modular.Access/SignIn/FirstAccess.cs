using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Modular.Access.Accounts;

namespace Modular.Access.SignIn;

/// <summary>
/// The link that a host without administrator prints. It is kept nowhere: any host of the same keys knows it. Dead after two hours, or once there is an
/// administrator.
/// </summary>
public sealed class FirstAccess(AccountService accounts, IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(2);

    private readonly IDataProtector _protector = protection.CreateProtector("Modular.Access.FirstAccess");

    public async Task<string?> OpenAsync(CancellationToken cancellation = default) => await accounts.AnyAdministratorAsync(cancellation)
        ? null
        : Base64Url.EncodeToString(_protector.Protect(BitConverter.GetBytes((time.GetUtcNow() + Lasts).UtcTicks)));

    public async Task<bool> IsOpenAsync(string? token, CancellationToken cancellation = default) =>
        Until(token) > time.GetUtcNow() && !await accounts.AnyAdministratorAsync(cancellation);

    /// <summary>Creates the first administrator; null when the link is dead.</summary>
    public async Task<AccountResult?> UseAsync(string? token, string login, string? email, string password, CancellationToken cancellation = default) =>
        await IsOpenAsync(token, cancellation) ? await accounts.CreateFirstAdministratorAsync(login, email, password, cancellation) : null;

    private DateTimeOffset? Until(string? token)
    {
        try
        {
            return token is null ? null : new DateTimeOffset(BitConverter.ToInt64(_protector.Unprotect(Base64Url.DecodeFromChars(token))), TimeSpan.Zero);
        }
        catch (Exception foreign) when (foreign is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
