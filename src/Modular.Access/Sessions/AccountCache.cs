using System.Collections.Concurrent;
using Modular.Access.Accounts;

namespace Modular.Access.Sessions;

/// <summary>
/// The accounts behind the sessions, read once a second at most and not at every request. What changes in this process is forgotten at once; what another one
/// changes (a command, a second host) is known a second later.
/// </summary>
internal sealed class AccountCache(IAccountStore store, TimeProvider time)
{
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, (Account Account, DateTimeOffset Until)> _known = [];
    private int _changes;

    public async ValueTask<Account?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(id, out var known) && now < known.Until && known.Until - now <= Kept)
        {
            return known.Account;
        }

        var changes = Volatile.Read(ref _changes);
        if (await store.FindAsync(id, cancellation) is not { } account)
        {
            _known.TryRemove(id, out _);
            return null;
        }

        _known[id] = (account, now + Kept);
        // Changed while it was read: what was read may be what it was before.
        if (Volatile.Read(ref _changes) != changes)
        {
            _known.TryRemove(id, out _);
        }

        return account;
    }

    /// <summary>To be called after the store was told.</summary>
    public void Forget(Guid id)
    {
        Interlocked.Increment(ref _changes);
        _known.TryRemove(id, out _);
    }
}
