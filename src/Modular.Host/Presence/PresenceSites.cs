using Modular.Contracts.Wording;
using Modular.Host.Security;
using Modular.Sites;

namespace Modular.Host.Presence;

/// <summary>The sites whose presence the signed-in account reads.</summary>
internal sealed class PresenceSites(ISiteCatalogue catalogue, ICurrentAccount current)
{
    public IReadOnlyList<LoadedSite> All =>
    [
        .. (current.SignedInAccount?.Sites ?? []).Select(catalogue.FindReadable).OfType<LoadedSite>()
            .OrderBy(site => site.Definition.Name, FrenchLetters.ByName),
    ];

    /// <summary>The one asked for, the first when none is; null when it is not the account's.</summary>
    public LoadedSite? Find(string? id) => string.IsNullOrEmpty(id) ? All.FirstOrDefault() : All.FirstOrDefault(site => site.Id == id);

    /// <summary>What anybody may read: a site that publishes its presence, or one of the account's own.</summary>
    public PresenceReading Read(string id) => catalogue.FindReadable(id) switch
    {
        null => new(null, StatusCodes.Status404NotFound),
        { Presence.Published: true } site => new(site, StatusCodes.Status200OK),
        _ when current.SignedInAccount is null => new(null, StatusCodes.Status401Unauthorized),
        var site when All.Contains(site) => new(site, StatusCodes.Status200OK),
        _ => new(null, StatusCodes.Status403Forbidden),
    };
}

/// <param name="Site">Null when it may not be read.</param>
internal sealed record PresenceReading(LoadedSite? Site, int Status);
