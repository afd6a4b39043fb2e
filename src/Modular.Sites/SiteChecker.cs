namespace Modular.Sites;

/// <summary>Everything that would keep a folder from becoming a site, with the checks of all modules.</summary>
public sealed class SiteChecker(IEnumerable<ISiteCheck> checks, TimeProvider time)
{
    /// <returns>Nothing when the folder would be active.</returns>
    public IReadOnlyList<Fault> Check(string folder) => SiteLoader.Load(folder, time, checks).Faults;
}
