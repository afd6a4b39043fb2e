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
    public SignedInAccount? SignedInAccount => context.HttpContext is { } request ? SessionPrincipal.AccountOf(request.User) : null;
}
