using Hangfire;
using Hangfire.Dashboard;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Modular.Jobs.Engine;

/// <summary>The engine's own pages, for whoever looks for a fault. They can be read and nothing else: what is run by hand is run from our page.</summary>
public static class Dashboard
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    /// <summary>The engine's style sheet is the process's, whatever hosts are in it.</summary>
    static Dashboard() => DashboardRoutes.AddStylesheet(typeof(Dashboard).Assembly, "Dashboard.css");

    public static IEndpointConventionBuilder MapJobDashboard(this IEndpointRouteBuilder endpoints, string address, string back)
    {
        var pages = endpoints.MapHangfireDashboardWithNoAuthorizationFilters(address, new DashboardOptions
        {
            AppPath = back,
            DashboardTitle = "Modular · moteur des tâches",
            FaviconPath = "/modular.svg",
            IsReadOnlyFunc = static _ => true,
            // Nothing can be posted: no token, no cookie.
            IgnoreAntiforgeryToken = true,
            DisplayStorageConnectionString = false,
            // Never: a page that asks every two seconds would keep an unattended session open.
            StatsPollingInterval = int.MaxValue,
            ServerPossiblyAbortedThreshold = TimeSpan.FromMinutes(3),
            DisplayNameFunc = static (_, job) => job.Args.OfType<string>().FirstOrDefault() ?? "round",
        })
        .WithMetadata(new HttpMethodMetadata(Reading));
        pages.Finally(static endpoint => endpoint.RequestDelegate = new DashboardPage(endpoint.RequestDelegate!).AnswerAsync);
        return pages;
    }
}
