using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace Modular.Host.Web;

/// <summary>
/// One line a request, and one span where somebody watches: the page's route, never the address that was asked for, which a visitor writes and which may
/// carry anything.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, RequestFigures figures, ILogger<RequestLog> log)
{
    private const string NoRoute = "(none)";

    public async Task InvokeAsync(HttpContext context)
    {
        var method = context.Request.Method is "GET" or "HEAD" or "POST" ? context.Request.Method : "other";
        using var span = RequestSpans.Begin(method);
        var began = Stopwatch.GetTimestamp();
        string? route = null;
        context.Response.OnStarting(() =>
        {
            route = RouteOf(context);
            return Task.CompletedTask;
        });
        await next(context);
        route ??= RouteOf(context);
        var (status, took) = (context.Response.StatusCode, (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        RequestSpans.Describe(span, context, route == NoRoute ? null : route);
        figures.Count(route, status, took);
        Answered(log, method, route, status, took);
    }

    /// <summary>An error page runs in the place of the page asked for, which it remembers.</summary>
    private static string RouteOf(HttpContext context)
    {
        var failed = context.Features.Get<IStatusCodeReExecuteFeature>()?.Endpoint ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        return (failed ?? context.GetEndpoint()) is RouteEndpoint { RoutePattern.RawText: { } route } ? "/" + route.TrimStart('/') : NoRoute;
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Route} {Status} {Milliseconds} ms")]
    private static partial void Answered(ILogger log, string method, string route, int status, long milliseconds);
}
