using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using Modular.Access.Accounts;
using Modular.Access.Sessions;
using Modular.Storage.Schema;
using Modular.Storage.Sqlite;
using Modular.Tests;

namespace Modular.Access.Tests.Sessions;

[TestClass]
public sealed class SessionTests
{
    [TestMethod]
    public async Task The_cookie_is_strict_and_out_of_reach_of_scripts()
    {
        await using var host = await Site.StartAsync();
        var cookie = await host.SignInAsync("claire", Role.Worker);
        Assert.AreEqual((true, "Strict"), (cookie.HttpOnly, cookie.SameSite.ToString()));
    }

    [TestMethod]
    public async Task Fifteen_idle_minutes_end_the_session_and_activity_prolongs_it()
    {
        await using var host = await Site.StartAsync();
        await host.SignInAsync("claire", Role.Worker);
        for (var i = 0; i < 4; i++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(7));
            Assert.AreEqual(HttpStatusCode.OK, (await host.GetAsync("/worker")).StatusCode);
        }

        host.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.AreEqual(HttpStatusCode.OK, (await host.GetAsync("/worker")).StatusCode);
        host.Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));
        Assert.AreEqual("/connexion", (await host.GetAsync("/worker")).Headers.Location?.AbsolutePath);
    }

    [TestMethod]
    public async Task Disabling_an_account_ends_its_session_at_once()
    {
        await using var host = await Site.StartAsync();
        await host.SignInAsync("claire", Role.Worker);
        var accounts = host.Services.GetRequiredService<AccountService>();
        await accounts.DisableAsync((await accounts.AllAsync()).Single().Id, true, AccessFolder.Admin);
        Assert.AreEqual(HttpStatusCode.Redirect, (await host.GetAsync("/worker")).StatusCode);
    }

    [TestMethod]
    public async Task What_another_process_changes_of_an_account_counts_a_second_later()
    {
        await using var host = await Site.StartAsync();
        await host.SignInAsync("claire", Role.Worker);
        Assert.AreEqual(HttpStatusCode.OK, (await host.GetAsync("/worker")).StatusCode);
        var store = host.Services.GetRequiredService<IAccountStore>();
        var account = (await store.FindAsync("claire"))!;
        await store.UpdateAsync(account with { Disabled = true });
        host.Clock.Advance(AccountCache.Kept);
        Assert.AreEqual(HttpStatusCode.Redirect, (await host.GetAsync("/worker")).StatusCode);
    }

    [TestMethod]
    public async Task Rights_are_those_of_the_account_now_not_of_the_cookie()
    {
        await using var host = await Site.StartAsync();
        await host.SignInAsync("claire", Role.Worker);
        Assert.AreEqual("pantin", await (await host.GetAsync("/worker")).Content.ReadAsStringAsync());
        var accounts = host.Services.GetRequiredService<AccountService>();
        var account = (await accounts.AllAsync()).Single();
        await accounts.ChangeAsync(account.Id, account.Version, new AccountRequest("claire", Role.Coordinator, ["loire"], null), AccessFolder.Admin);
        Assert.AreEqual(HttpStatusCode.Forbidden, (await host.GetAsync("/worker")).StatusCode);
    }

    [TestMethod]
    [DataRow(Role.Coordinator)]
    [DataRow(Role.Administrator)]
    [DataRow(Role.DataProtectionOfficer)]
    public async Task What_is_nominative_answers_403_to_all_but_workers(Role role)
    {
        await using var host = await Site.StartAsync();
        await host.SignInAsync("quelqu-un", role);
        Assert.AreEqual(HttpStatusCode.Forbidden, (await host.GetAsync("/worker")).StatusCode);
    }

    [TestMethod]
    public async Task A_link_from_a_mail_is_asked_again_from_our_own_page()
    {
        await using var host = await Site.StartAsync();
        var response = await host.GetAsync("/worker?a=1&b=%22", ("Sec-Fetch-Site", "cross-site"));
        Assert.AreEqual(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("content=\"0;url=/worker?a=1&amp;b=%22\"", await response.Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task A_script_is_told_401_rather_than_sent_to_a_page()
    {
        await using var host = await Site.StartAsync();
        Assert.AreEqual(HttpStatusCode.Unauthorized, (await host.GetAsync("/worker", ("Sec-Fetch-Dest", "empty"))).StatusCode);
    }

    /// <summary>A real pipeline with one page, for workers.</summary>
    private sealed class Site(WebApplication app, HttpClient client, Clock clock, string folder) : IAsyncDisposable
    {
        private string _cookie = "";

        public Clock Clock => clock;

        public IServiceProvider Services => app.Services;

        public static async Task<Site> StartAsync()
        {
            var clock = new Clock("2026-11-23T08:00:00Z");
            var folder = Directory.CreateTempSubdirectory("modular-").FullName;
            var builder = WebApplication.CreateBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseTestServer();
            builder.Services.AddSingleton<TimeProvider>(clock);
            builder.Services.AddSqliteStorage(folder);
            AccessFolder.Configure(builder.Services);
            builder.Services.AddSessions();
            builder.Services.AddAuthorization();
            builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
            var app = builder.Build();
            await app.Services.GetRequiredService<ISchema>().ApplyAsync();
            app.UseAuthentication();
            app.UseAuthorization();
            app.MapGet("/sign-in/{login}/{role}", async (string login, Role role, HttpContext http, AccountService accounts) =>
            {
                var result = await accounts.CreateAsync(
                    new AccountRequest(login, role, role.BelongsToSites() ? ["pantin"] : [], null), AccessFolder.Good, null);
                await http.SignInAsync(SessionPrincipal.Of(result.Account!));
            });
            app.MapGet("/worker", (HttpContext http) => string.Join(' ', SessionPrincipal.AccountOf(http.User)!.Sites))
                .RequireAuthorization(policy => policy.RequireRole(nameof(Role.Worker)));
            await app.StartAsync();
            return new Site(app, app.GetTestServer().CreateClient(), clock, folder);
        }

        public async Task<SetCookieHeaderValue> SignInAsync(string login, Role role)
        {
            await GetAsync($"/sign-in/{login}/{role}");
            return SetCookieHeaderValue.Parse(_cookie);
        }

        public async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (_cookie.Length > 0)
            {
                request.Headers.Add("Cookie", _cookie.Split(';')[0]);
            }

            foreach (var (name, value) in headers)
            {
                request.Headers.Add(name, value);
            }

            var response = await client.SendAsync(request);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
            {
                _cookie = set.Single();
            }

            return response;
        }

        public async ValueTask DisposeAsync()
        {
            await app.DisposeAsync();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
