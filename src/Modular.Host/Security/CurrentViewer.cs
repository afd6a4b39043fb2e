using System.Security.Claims;
using Modular.Access;

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
    public Viewer? Viewer => context.HttpContext is { } request ? ViewerClaims.Read(request.User) : null;
}

/// <summary>The account as its cookie carries it: an identifier, a login, a role and sites. Never a person who was helped.</summary>
internal static class ViewerClaims
{
    private const string Site = "site";

    public static ClaimsPrincipal Write(Viewer viewer, string scheme) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, viewer.Account.ToString()),
            new(ClaimTypes.Name, viewer.Login),
            new(ClaimTypes.Role, viewer.Role.ToString()),
            .. viewer.Sites.Select(site => new Claim(Site, site)),
        ],
        scheme));

    public static Viewer? Read(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true, Name: { } login }
        && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var account)
        && Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role)
            ? new Viewer(account, login, role, [.. user.FindAll(Site).Select(claim => claim.Value)])
            : null;
}
