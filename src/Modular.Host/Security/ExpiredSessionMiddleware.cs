using Microsoft.AspNetCore.Authentication;

namespace Modular.Host.Security;

/// <summary>A form that is sent once the session is over is answered by the sign-in page, which keeps what was typed.</summary>
internal sealed class ExpiredSessionMiddleware(RequestDelegate next, PostedFormProtector kept)
{
    private static readonly object Mark = new();

    /// <summary>What the sign-in page has to carry, or null.</summary>
    public static string? KeptBy(HttpContext context) => context.Items.TryGetValue(Mark, out var sealedPage) ? (string?)sealedPage : null;

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        // A script asks in its own way, and is told 401.
        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType && request.Form.ContainsKey(PostedFormProtector.Owner)
            && request.Headers["Sec-Fetch-Dest"] is not ["empty"]
            && !(await context.AuthenticateAsync()).Succeeded && kept.Seal(request) is { } sealedPage)
        {
            context.Items[Mark] = sealedPage;
            request.Method = HttpMethods.Get;
            request.Path = "/connexion";
            request.QueryString = QueryString.Empty;
        }

        await next(context);
    }
}
