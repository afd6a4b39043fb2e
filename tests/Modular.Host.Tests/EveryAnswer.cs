using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modular.Access;
using Modular.Host.Web;

namespace Modular.Host.Tests;

/// <summary>What holds of every page that exists, found by the routes themselves: a page added tomorrow is looked at too.</summary>
[TestClass]
public sealed partial class EveryAnswer
{
    /// <summary>What anybody may ask for. A page is added here on purpose or not at all.</summary>
    private static readonly string[] OpenToAll = ["/connexion", "/deconnexion", "/premier-acces", "/erreur", "/aide", "/health/live", "/health/ready"];

    [TestMethod]
    public async Task Nothing_but_the_public_pages_is_reached_without_an_account()
    {
        await using var host = await HostUnderTest.StartAsync();
        using var visitor = host.Visitor();
        var open = OpenToAll.Concat(host.Services.GetRequiredService<Assets>().Names.Select(name => "/" + name)).ToHashSet();
        var closed = Addresses(host).Append("/nulle-part").Where(address => !open.Contains(address) && !PublicFeed().IsMatch(address)).ToList();
        Assert.IsNotEmpty(closed);
        foreach (var address in closed)
        {
            using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative));
            Assert.AreEqual(HttpStatusCode.Found, answer.StatusCode, address);
            Assert.AreEqual("/connexion", answer.Headers.Location!.AbsolutePath, address);
        }
    }

    [TestMethod]
    public async Task Every_answer_forbids_framing_guessing_and_third_parties()
    {
        await using var host = await HostUnderTest.StartAsync();
        foreach (var role in Enum.GetValues<Role>())
        {
            using var client = host.SignedIn(role, "haute-marne");
            foreach (var address in Addresses(host).Append("/nulle-part"))
            {
                using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
                var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
                Assert.Contains("default-src 'none'", policy, address);
                Assert.Contains("frame-ancestors 'none'", policy, address);
                Assert.DoesNotContain("unsafe", policy, address);
                Assert.AreEqual("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single(), address);
                Assert.AreEqual("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single(), address);
                Assert.IsFalse(answer.Headers.Contains("Server"), address);
            }
        }
    }

    [TestMethod]
    public async Task Every_page_has_the_emergency_numbers_a_neutral_title_and_no_inline_code_and_is_not_kept()
    {
        await using var host = await HostUnderTest.StartWithSitesAsync();
        var pages = 0;
        foreach (var role in Enum.GetValues<Role>())
        {
            using var client = host.SignedIn(role, "haute-marne");
            foreach (var address in Addresses(host).Append("/nulle-part"))
            {
                using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
                Assert.IsLessThan(500, (int)answer.StatusCode, address);
                if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                {
                    continue;
                }

                pages++;
                var page = await answer.Content.ReadAsStringAsync();
                foreach (var number in (string[])["17", "112", "114", "15", "115", "3919", "119", "116 006"])
                {
                    Assert.Contains($"<strong>{number}</strong>", page, address);
                }

                Assert.MatchesRegex(NeutralTitle(), page, address);
                Assert.DoesNotMatchRegex(InlineCode(), page, address);
                foreach (Match form in PostForm().Matches(page))
                {
                    Assert.HasCount(1, Regex.Matches(form.Value, "__RequestVerificationToken"), $"{address}: a form that posts carries one antiforgery token.");
                }

                Assert.AreEqual("no-store", answer.Headers.GetValues("Cache-Control").Single(), address);
            }
        }

        Assert.IsGreaterThan(4, pages);
    }

    /// <summary>Every GET route without parameters, and those with parameters filled with something that does not exist.</summary>
    private static IEnumerable<string> Addresses(HostUnderTest host) => host.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods: var methods } || methods.Contains("GET"))
        .Select(endpoint => "/" + Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), "inconnu"))
        .Distinct();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex PostForm();

    [GeneratedRegex(@"^/presence/.*(\.ics|/affiche|/carte)$|^/depot/")]
    private static partial Regex PublicFeed();

    [GeneratedRegex("<title>Modular( · [a-zà-ÿ’ ]+)?</title>")]
    private static partial Regex NeutralTitle();

    [GeneratedRegex(@"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=""", RegexOptions.IgnoreCase)]
    private static partial Regex InlineCode();
}
