using Modular.Sites;

namespace Modular.Intake.Tests;

/// <summary>The real sites, loaded from their folders as the host loads them.</summary>
internal static class TestSites
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly Lazy<LoadedSite> DunkerqueSite = new(() => Load("Dunkerque"));
    private static readonly Lazy<LoadedSite> HauteMarneSite = new(() => Load("HauteMarne"));
    private static readonly Lazy<LoadedSite> PantinSite = new(() => Load("Pantin"));

    public static LoadedSite Dunkerque => DunkerqueSite.Value;

    public static LoadedSite HauteMarne => HauteMarneSite.Value;

    public static LoadedSite Pantin => PantinSite.Value;

    private static LoadedSite Load(string folder)
    {
        var (site, faults) = new SiteLoader(TimeProvider.System).Load(Path.Combine(Root(), "plugins", folder));
        return site ?? throw new InvalidOperationException(string.Join('\n', faults));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Modular.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
