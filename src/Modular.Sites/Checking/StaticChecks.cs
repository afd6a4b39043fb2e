using Modular.Sites.Files;

namespace Modular.Sites.Checking;

/// <summary>What can be known of a site before anybody uses it.</summary>
internal static class StaticChecks
{
    public static void Run(SiteDraft draft)
    {
        _ = draft;
    }
}
