using System.Security.Claims;
using Modular.Access;
using Modular.Access.Sessions;

namespace Modular.Host.Security;

/// <summary>The account behind the request.</summary>
internal interface ICurrentAccount
{
    /// <summary>Null when nobody is signed in.</summary>
    SignedInAccount? SignedInAccount { get; }

    /// <summary>For pages that ask for an account.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    SignedInAccount Required => SignedInAccount ?? throw new InvalidOperationException("This page is served to a signed-in account only.");
}

internal sealed class CurrentAccount(IHttpContextAccessor context) : ICurrentAccount
{
    private (ClaimsPrincipal Principal, SignedInAccount? Account)? _read;

    public SignedInAccount? SignedInAccount
    {
        get
        {
            if (context.HttpContext is not { User: var principal })
            {
                return null;
            }

            // Asked several times a page; another principal is another account.
            if (_read is not { } read || read.Principal != principal)
            {
                _read = read = (principal, SessionPrincipal.AccountOf(principal));
            }

            return read.Account;
        }
    }
}
