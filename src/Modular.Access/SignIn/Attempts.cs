namespace Modular.Access.SignIn;

/// <summary>How often a login was tried. Kept for every login that is typed, known or not, so that both are answered alike.</summary>
public sealed record Attempts(int Count, DateTimeOffset Last, DateTimeOffset? LockedUntil)
{
    public const int Most = 5;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    public bool MayTry => Count <= Most;

    /// <summary>Counted <em>before</em> the password is looked at: a hundred at once are a hundred, and the fifth locks unless it is right.</summary>
    public static Attempts After(Attempts? before, DateTimeOffset now)
    {
        if (before is { LockedUntil: { } until } && until > now)
        {
            return before with { Count = Most + 1 };
        }

        var count = before is null || before.LockedUntil is not null || now - before.Last >= LockedFor ? 1 : before.Count + 1;
        return new Attempts(count, now, count >= Most ? now + LockedFor : null);
    }
}

internal interface IAttemptStore
{
    /// <summary>Reads, changes and writes as one: two attempts at the same moment count twice.</summary>
    /// <param name="login">A digest of what was typed: people type their password in the wrong box.</param>
    Task<Attempts> CountAsync(string login, DateTimeOffset now, CancellationToken cancellation = default);

    Task ForgetAsync(string login, CancellationToken cancellation = default);
}
