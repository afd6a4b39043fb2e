using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Modular.Access.Sessions;

/// <summary>The session of a shared workstation: fifteen idle minutes, and over as soon as the account is disabled or changes its password.</summary>
internal sealed class SessionCookie(AccountCache accounts, TimeProvider time) : CookieAuthenticationEvents
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan RenewedAfter = TimeSpan.FromMinutes(1);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "modular.session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.LoginPath = "/connexion";
        options.LogoutPath = "/deconnexion";
        options.ReturnUrlParameter = "retour";
        options.EventsType = typeof(SessionCookie);
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (SessionPrincipal.Read(context.Principal) is var (id, stamp)
            && await accounts.FindAsync(id, context.HttpContext.RequestAborted) is { Disabled: false } account
            && account.Stamp == stamp)
        {
            context.ReplacePrincipal(SessionPrincipal.Of(account));
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <summary>By default a session is renewed in its second half only: somebody active at minute 7 would be locked out after 8 idle minutes.</summary>
    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew = context.Properties.IssuedUtc is { } issued && time.GetUtcNow() - issued > RenewedAfter;
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (request.Headers["Sec-Fetch-Dest"] is ["empty"])
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        // A link in a mail arrives without the strict cookie, even while the session is open: asked again from our own page, it has it.
        if (HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Site"] is ["cross-site"] && IsOurs(request.Path))
        {
            var again = HtmlEncoder.Default.Encode(request.PathBase + request.Path + request.QueryString);
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(
                $"<!doctype html><html lang=\"fr\"><title>Modular</title><meta http-equiv=\"refresh\" content=\"0;url={again}\">"
                + $"<p><a href=\"{again}\">Continuer</a></p></html>");
        }

        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    /// <summary>A browser reads <c>//name/</c> and <c>/\name/</c> as the address of another host.</summary>
    private static bool IsOurs(PathString path) => path.Value is not ['/', '/' or '\\', ..];
}
