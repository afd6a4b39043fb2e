using System.Buffers.Text;
using System.Security.Cryptography;
using Modular.Access.Accounts;

namespace Modular.Access.SignIn;

/// <summary>The link that a host without administrator prints. In memory alone; dead after two hours, its first use, or an administrator.</summary>
public sealed class FirstAccess(AccountService accounts, TimeProvider time)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(2);
    private readonly Lock _lock = new();
    private byte[]? _digest;
    private DateTimeOffset _until;

    public async Task<string?> OpenAsync(CancellationToken cancellation = default)
    {
        if (await accounts.AnyAdministratorAsync(cancellation))
        {
            return null;
        }

        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        lock (_lock)
        {
            (_digest, _until) = (Digest(token), time.GetUtcNow() + Lasts);
        }

        return token;
    }

    public async Task<bool> IsOpenAsync(string? token, CancellationToken cancellation = default) =>
        Matches(token) && !await accounts.AnyAdministratorAsync(cancellation);

    /// <summary>Creates the first administrator; null when the link is dead.</summary>
    public async Task<AccountResult?> UseAsync(string? token, string login, string? email, string password, CancellationToken cancellation = default)
    {
        if (!await IsOpenAsync(token, cancellation))
        {
            return null;
        }

        var result = await accounts.CreateFirstAdministratorAsync(login, email, password, cancellation);
        if (result.Account is not null)
        {
            lock (_lock)
            {
                _digest = null;
            }
        }

        return result;
    }

    private bool Matches(string? token)
    {
        lock (_lock)
        {
            return token is not null && _digest is not null && time.GetUtcNow() < _until && CryptographicOperations.FixedTimeEquals(_digest, Digest(token));
        }
    }

    private static byte[] Digest(string token) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token));
}
