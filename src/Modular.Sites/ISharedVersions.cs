namespace Modular.Sites;

/// <summary>
/// What the hosts of one database tell each other of their sites: which version is in use, and its data. Code never goes there: each host has it from
/// folders of its own.
/// </summary>
public interface ISharedVersions
{
    /// <summary>Of each site that some host has told of, what is in use.</summary>
    IReadOnlyList<SharedUse> Uses();

    /// <summary>Null when it is in use no more.</summary>
    SharedVersion? Read(string hash);

    /// <summary>Puts a version in use on all hosts, or takes the site out of use when there is none.</summary>
    SharedUse Use(string site, SharedVersion? version);
}

/// <param name="Site">Its identifier.</param>
/// <param name="Hash">Hash of the version in use; null when the site was taken away.</param>
/// <param name="Number">Counts what was told of this site.</param>
public sealed record SharedUse(string Site, string? Hash, long Number);

/// <param name="Hash">What the version is called by, as <see cref="LoadedSite.Hash"/>.</param>
/// <param name="Data">Its files but for code, by path.</param>
/// <param name="Code">SHA-256 of each file of its code, by path, in hexadecimal.</param>
public sealed record SharedVersion(string Hash, IReadOnlyDictionary<string, byte[]> Data, IReadOnlyDictionary<string, string> Code);
