using Modular.Access;
using Modular.Access.Sessions;

namespace Modular.Host.Security;

/// <summary>The account behind the request.</summary>
internal interface ICurrentViewer
{
    /// <summary>Null when nobody is signed in.</summary>
    Viewer? Viewer { get; }

    /// <summary>For pages that ask for an account.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    Viewer Required => Viewer ?? throw new InvalidOperationException("This page is served to a signed-in account only.");
}

internal sealed class CurrentViewer(IHttpContextAccessor context) : ICurrentViewer
{
    public Viewer? Viewer => context.HttpContext is { } request ? SessionPrincipal.ViewerOf(request.User) : null;
}
