using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;

namespace Modular.Host.Web;

/// <summary>A request as tools that watch hosts see it. The framework's own span has what the caller says: nobody listens to that one.</summary>
internal static class RequestSpans
{
    public const string Source = "Modular.Requests";

    private static readonly ActivitySource Requests = new(Source);

    /// <param name="method">One of those that pages have; of any other, which a caller makes up, only that it is another.</param>
    /// <returns>Null when nobody listens.</returns>
    public static Activity? Begin(string method)
    {
        if (!Requests.HasListeners())
        {
            return null;
        }

        // What is current took its number, and more, from the headers of a caller.
        Activity.Current = null;
        return Requests.StartActivity(nameof(Requests), ActivityKind.Server)?.SetTag("http.request.method", method == "other" ? "_OTHER" : method);
    }

    public static void Describe(Activity? span, HttpContext context, string? route)
    {
        if (span is null)
        {
            return;
        }

        var status = context.Response.StatusCode;
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            var failure = context.Features.Get<IExceptionHandlerFeature>()?.Error.GetType().FullName;
            span.SetTag("error.type", failure ?? status.ToString(CultureInfo.InvariantCulture));
            span.SetStatus(ActivityStatusCode.Error);
        }
    }
}
