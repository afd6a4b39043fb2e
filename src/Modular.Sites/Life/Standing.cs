using Modular.Contracts.Wording;

namespace Modular.Sites.Life;

/// <summary>One moment of the catalogue: replaced as a whole, so that nobody ever reads half a change.</summary>
internal sealed record Standing(IReadOnlyList<LoadedSite> Active, IReadOnlyList<SiteStatus> All, IReadOnlyDictionary<string, LoadedSite> ById)
{
    public static Standing Of(IReadOnlyCollection<PluginSlot> slots)
    {
        List<LoadedSite> active = [.. slots.Select(slot => slot.Active?.Site).OfType<LoadedSite>().OrderBy(site => site.Definition.Name, FrenchLetters.ByName)];
        return new(active, [.. slots.OrderBy(slot => slot.Name, StringComparer.Ordinal).SelectMany(slot => slot.Statuses())], active.ToDictionary(site => site.Id));
    }
}
