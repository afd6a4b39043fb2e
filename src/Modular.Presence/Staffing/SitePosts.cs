using Modular.Sites;

namespace Modular.Presence.Staffing;

internal static class SitePosts
{
    public static bool HasPost(this LoadedSite site, string? post) => site.Definition.Posts.Any(known => known.Id == post);
}
