using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Modular.Presence.Feeds;

namespace Modular.Host.Presence;

/// <summary><c>/presence/{site}.ics</c> and <c>/presence/{site}/{station}.ics</c>: open to anybody where the site publishes its presence.</summary>
internal static class PresenceFeedEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPresenceFeeds(this WebApplication app)
    {
        app.MapMethods("/presence/{site}.ics", Methods, Of).AllowAnonymous();
        app.MapMethods("/presence/{site}/{station}.ics", Methods, OfStation).AllowAnonymous();

        static Task<IResult> Of(string site, PresenceSites sites, PresenceFeedService feeds, HttpContext context) =>
            SendAsync(site, null, sites, feeds, context);

        static Task<IResult> OfStation(string site, string station, PresenceSites sites, PresenceFeedService feeds, HttpContext context) =>
            SendAsync(site, station, sites, feeds, context);
    }

    private static async Task<IResult> SendAsync(string id, string? station, PresenceSites sites, PresenceFeedService feeds, HttpContext context)
    {
        var reading = sites.Read(id);
        if (reading.Site is not { } site)
        {
            return reading.Status switch
            {
                StatusCodes.Status401Unauthorized => Results.Challenge(),
                StatusCodes.Status403Forbidden => Results.Forbid(),
                var status => Results.StatusCode(status),
            };
        }

        if (station is not null && site.Definition.Stations.All(known => known.Id != station))
        {
            return Results.NotFound();
        }

        var feed = await feeds.OfAsync(site, station, context.RequestAborted);
        var text = Encoding.UTF8.GetBytes(feed.Text);
        if (site.Presence.Published)
        {
            // A calendar that asks again is told in a few bytes that nothing changed.
            context.Response.Headers.CacheControl = "public, no-cache";
        }

        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(text))[..32]}\"");
        return Results.Bytes(text, "text/calendar; charset=utf-8", lastModified: feed.LastModified, entityTag: tag);
    }
}
