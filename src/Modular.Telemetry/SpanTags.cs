using System.Diagnostics;

namespace Modular.Telemetry;

/// <summary>All that a span may carry besides its kind, its instants and whether it failed: what is not named here does not leave the host.</summary>
internal static class SpanTags
{
    private const string Method = "http.request.method";
    private const string Route = "http.route";
    private const string Job = "modular.job";

    private static readonly HashSet<string> Allowed = [Method, Route, Job, "http.response.status_code", "error.type"];

    public static bool IsAllowed(string tag) => Allowed.Contains(tag);

    /// <summary>A name is made of what is allowed: whatever else a span was called is not passed on.</summary>
    public static string NameOf(Activity span) => (span.GetTagItem(Job), span.GetTagItem(Method), span.GetTagItem(Route)) switch
    {
        ({ } job, _, _) => $"job {job}",
        (_, { } method, { } route) => $"{method} {route}",
        (_, { } method, _) => $"{method}",
        _ => "unnamed",
    };
}
