namespace Modular.Sites;

/// <summary>Going back to the version before.</summary>
public interface ISiteVersions
{
    /// <summary>Puts the previous version of a site in use; the one it replaces stays away until its folder changes.</summary>
    /// <returns>False when there is no previous version, or it cannot be loaded.</returns>
    bool RollBack(string site);
}
