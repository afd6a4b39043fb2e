namespace Modular.Sites;

/// <summary>What is kept of the sites' versions: the one before, to go back to, and which have passed their checks.</summary>
public interface ISiteVersions
{
    /// <summary>Puts the previous version of a site in use; the one it replaces stays away until its folder changes.</summary>
    /// <returns>False when there is no previous version, or it cannot be loaded.</returns>
    bool RollBack(string site);

    /// <summary>
    /// Remembers in the data folder which versions passed every check, so that neither the next start nor the next command judges them again.
    /// </summary>
    void KeepPassed();
}
