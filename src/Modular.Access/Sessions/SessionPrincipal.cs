using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Modular.Access.Accounts;

namespace Modular.Access.Sessions;

/// <summary>What a session's cookie says: who, and under which stamp. Role and sites are read from the account at every request.</summary>
public static class SessionPrincipal
{
    private const string Stamp = "stamp";
    private const string Site = "site";

    public static ClaimsPrincipal Of(Account account) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()),
            new Claim(ClaimTypes.Name, account.Login),
            new Claim(ClaimTypes.Role, account.Role.ToString()),
            new Claim(Stamp, account.Stamp),
            .. account.Sites.Select(site => new Claim(Site, site)),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme));

    internal static (Guid Account, string Stamp)? Read(ClaimsPrincipal? principal) =>
        Guid.TryParse(principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) && principal.FindFirstValue(Stamp) is { } stamp ? (id, stamp) : null;

    /// <summary>The account whose session it is, or null when nobody is signed in.</summary>
    public static SignedInAccount? AccountOf(ClaimsPrincipal? principal) =>
        principal?.Identity is { IsAuthenticated: true, Name: { } login }
        && Read(principal) is { Account: var id }
        && Enum.TryParse<Role>(principal.FindFirstValue(ClaimTypes.Role), out var role)
            ? new SignedInAccount(id, login, role, [.. principal.FindAll(Site).Select(claim => claim.Value)])
            : null;
}
