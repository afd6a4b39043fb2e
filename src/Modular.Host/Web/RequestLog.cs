using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace Modular.Host.Web;

/// <summary>One line a request: the page's route, never the address that was asked for, which a visitor writes and may carry anything.</summary>
internal sealed partial class RequestLog(RequestDelegate next, RequestFigures figures, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var began = Stopwatch.GetTimestamp();
        var method = context.Request.Method;
        string? route = null;
        context.Response.OnStarting(() =>
        {
            route = RouteOf(context);
            return Task.CompletedTask;
        });
        await next(context);
        var known = method is "GET" or "HEAD" or "POST" ? method : "other";
        route ??= RouteOf(context);
        var (status, took) = (context.Response.StatusCode, (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        figures.Count(route, status, took);
        Answered(log, known, route, status, took);
    }

    /// <summary>An error page runs in the place of the page asked for, which it remembers.</summary>
    private static string RouteOf(HttpContext context)
    {
        var failed = context.Features.Get<IStatusCodeReExecuteFeature>()?.Endpoint ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        return (failed ?? context.GetEndpoint()) is RouteEndpoint { RoutePattern.RawText: { } route } ? "/" + route.TrimStart('/') : "(none)";
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Route} {Status} {Milliseconds} ms")]
    private static partial void Answered(ILogger log, string method, string route, int status, long milliseconds);
}
