namespace Modular.Presence.Staffing;

/// <summary>Who holds a post, and when; both days included, no end: until further notice.</summary>
/// <param name="Worker">The worker's name. It is shown to the team, and published only where the site says so.</param>
public sealed record PostHolder(Guid Id, string Site, string Post, string Worker, DateOnly From, DateOnly? To)
{
    public bool Covers(DateOnly day) => From <= day && !(day > To);
}
