using Modular.Presence.Occurrences;
using Modular.Sites;

namespace Modular.Presence.Listings;

internal static class PublishedWorkers
{
    /// <summary>The worker as the public may read it: null unless the site names its workers; somebody who steps in is never named.</summary>
    public static string? PublishedWorker(this LoadedSite site, Occurrence occurrence) =>
        site.Presence.NamesWorker && occurrence.ByWorker is null ? occurrence.Holder : null;
}
