using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Modular.Access;
using Modular.Jobs;
using Modular.Jobs.Engine;

namespace Modular.Host.Tests.Jobs;

/// <summary>The pages of the job engine: for administrators, to be read and nothing else.</summary>
[TestClass]
public sealed class EnginePages
{
    private const string Engine = "/administration/taches/moteur";

    private static readonly string[] Pages =
    [
        "", "/recurring", "/servers", "/retries", "/jobs/enqueued", "/jobs/scheduled", "/jobs/processing", "/jobs/succeeded", "/jobs/failed", "/jobs/deleted",
    ];

    private static readonly string[] Commands =
    [
        "/stats", "/recurring/trigger", "/recurring/remove", "/jobs/enqueued/delete", "/jobs/actions/requeue/1", "/jobs/failed/requeue",
    ];

    [TestMethod]
    public async Task An_administrator_reads_them_and_finds_every_plan_by_its_key_and_the_way_back()
    {
        await using var host = await HostUnderTest.StartWithSitesAsync();
        await FollowedAsync(host);
        using var admin = host.SignedIn(Role.Administrator);
        foreach (var page in Pages)
        {
            using var answer = await admin.GetAsync(Address(page));
            Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode, page);
            Assert.IsFalse(answer.Headers.Contains("Set-Cookie"), page);
            Assert.Contains("href=\"/administration/taches\"", await answer.Content.ReadAsStringAsync(), page);
        }

        var recurring = await admin.GetStringAsync(Address("/recurring"));
        foreach (var key in (string[])["backup", "report:annuel@dunkerque", "not_contacted@haute-marne", "presence_digest@pantin"])
        {
            Assert.Contains(key, recurring);
        }

        Assert.Contains($"href=\"{Engine}\"", await admin.GetStringAsync(new Uri("/administration/taches", UriKind.Relative)));
    }

    [TestMethod]
    public async Task What_they_show_of_a_run_keeps_to_the_content_policy()
    {
        await using var host = await HostUnderTest.StartWithSitesAsync();
        await FollowedAsync(host);
        using var admin = host.SignedIn(Role.Administrator);
        Assert.Contains("RoundAsync", await admin.GetStringAsync(Address("/jobs/details/1")));
        foreach (var page in Pages.Append("/jobs/details/1"))
        {
            Assert.DoesNotContain(" style=", await admin.GetStringAsync(Address(page)), page);
        }

        using var stats = await admin.GetAsync(Address("/stats"));
        Assert.AreEqual(HttpStatusCode.NotFound, stats.StatusCode);
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow(Role.Worker)]
    [DataRow(Role.Coordinator)]
    [DataRow(Role.DataProtectionOfficer)]
    public async Task Nobody_else_reads_them(Role? role)
    {
        await using var host = await HostUnderTest.StartAsync();
        using var client = role is { } signedIn ? host.SignedIn(signedIn, "haute-marne") : host.Visitor();
        foreach (var page in Pages.Concat(Commands).Append("/js1").Append("/nulle-part"))
        {
            using var answer = await client.GetAsync(Address(page));
            if (role is null)
            {
                Assert.AreEqual((HttpStatusCode.Found, "/connexion"), (answer.StatusCode, answer.Headers.Location?.AbsolutePath), page);
            }
            else
            {
                Assert.AreEqual(HttpStatusCode.Forbidden, answer.StatusCode, page);
                Assert.DoesNotContain("hangfire", await answer.Content.ReadAsStringAsync(), page);
            }
        }
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow(Role.Worker)]
    [DataRow(Role.Coordinator)]
    [DataRow(Role.Administrator)]
    [DataRow(Role.DataProtectionOfficer)]
    public async Task Nobody_posts_to_them(Role? role)
    {
        await using var host = await HostUnderTest.StartAsync();
        using var client = role is { } signedIn ? host.SignedIn(signedIn, "haute-marne") : host.Visitor();
        foreach (var command in Commands.Concat(Pages))
        {
            using var form = new FormUrlEncodedContent([new("jobs[]", "backup")]);
            using var answer = await client.PostAsync(Address(command), form);
            Assert.AreEqual(role is null ? HttpStatusCode.Found : HttpStatusCode.MethodNotAllowed, answer.StatusCode, command);
        }
    }

    /// <summary>The engine follows the plans once the host has started.</summary>
    private static async Task FollowedAsync(HostUnderTest host)
    {
        var (plans, timetable) = (host.Services.GetRequiredService<JobPlans>().All(), host.Services.GetRequiredService<Timetable>());
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (timetable.Keys().Count < plans.Count)
        {
            await pulse.WaitForNextTickAsync(enough.Token);
        }
    }

    private static Uri Address(string page) => new(Engine + page, UriKind.Relative);
}
