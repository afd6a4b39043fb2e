namespace Modular.Presence.Staffing;

/// <summary>The worker of a post is away, both days included; what the post owes meanwhile is uncovered until somebody takes it over.</summary>
/// <param name="Reason">A code of <see cref="AbsenceReasons"/>.</param>
public sealed record Absence(Guid Id, string Site, string Post, DateOnly From, DateOnly To, string Reason)
{
    public bool Covers(DateOnly day) => From <= day && day <= To;
}
