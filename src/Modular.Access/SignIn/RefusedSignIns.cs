using static System.FormattableString;
using Modular.Access.Accounts;

namespace Modular.Access.SignIn;

/// <summary>No attacker fills the journal: a known account has two rows a series, unknown logins, never their text, one in ten minutes.</summary>
internal sealed class RefusedSignIns(IAccessJournal journal, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private readonly Lock _lock = new();
    private DateTimeOffset _lastWritten = DateTimeOffset.MinValue;
    private int _unwritten;

    public Task RecordAsync(Account? account, Attempts attempts, CancellationToken cancellation)
    {
        if (account is null)
        {
            return Unknown() is { } number ? WriteAsync(Guid.Empty, "", Invariant($"unknown_login:{number}"), cancellation) : Task.CompletedTask;
        }

        return attempts switch
        {
            { LockedUntil: not null } => WriteAsync(account.Id, account.Login, "locked", cancellation),
            { Count: 1 } => WriteAsync(account.Id, account.Login, account.Disabled ? "disabled" : "wrong_password", cancellation),
            _ => Task.CompletedTask,
        };
    }

    private int? Unknown()
    {
        lock (_lock)
        {
            _unwritten++;
            var now = time.GetUtcNow();
            if (now - _lastWritten < Window)
            {
                return null;
            }

            var number = _unwritten;
            (_unwritten, _lastWritten) = (0, now);
            return number;
        }
    }

    private Task WriteAsync(Guid account, string login, string detail, CancellationToken cancellation) =>
        journal.RecordAsync(new JournalEntry(account, login, JournalAct.SignInRefused, null, null, detail), cancellation);
}
