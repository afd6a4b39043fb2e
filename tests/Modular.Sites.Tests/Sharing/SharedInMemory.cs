using System.Collections.Concurrent;

namespace Modular.Sites.Tests.Sharing;

/// <summary>What hosts of one database tell each other, here in one process; the database's own has its tests beside it.</summary>
internal sealed class SharedInMemory : ISharedVersions
{
    private readonly ConcurrentDictionary<string, SharedUse> _uses = [];
    private readonly ConcurrentDictionary<string, SharedVersion> _versions = [];

    public IReadOnlyList<SharedUse> Uses() => [.. _uses.Values];

    public SharedVersion? Read(string hash) => _versions.GetValueOrDefault(hash);

    public SharedUse Use(string site, SharedVersion? version)
    {
        if (version is not null)
        {
            _versions[version.Hash] = version;
        }

        return _uses.AddOrUpdate(site, _ => new SharedUse(site, version?.Hash, 1), (_, use) => new SharedUse(site, version?.Hash, use.Number + 1));
    }

    /// <summary>Puts something under a hash that is not its own.</summary>
    public void Forge(string site, Func<SharedVersion, SharedVersion> change)
    {
        var forged = change(_versions[_uses[site].Hash!]) with { Hash = new string('0', 32) };
        _versions[forged.Hash] = forged;
        _uses[site] = new SharedUse(site, forged.Hash, _uses[site].Number + 1);
    }
}
