using Modular.Contracts.Sites;
using Modular.Presence;
using Modular.Presence.Days;
using Modular.Presence.Staffing;

namespace Modular.Host.Presence;

/// <summary>A post, who holds it and when that person is away, in one week.</summary>
internal sealed record PostWeek(Post Post, IReadOnlyList<string> Workers, IReadOnlyList<Absence> Absences)
{
    public static PostWeek Of(Post post, PresenceRecords records, IsoWeek week) => new(
        post,
        [.. week.Days.Select(day => records.Holders.LastOrDefault(holder => holder.Post == post.Id && holder.Covers(day))?.Worker).OfType<string>().Distinct()],
        [.. records.Absences.Where(absence => absence.Post == post.Id)]);
}
