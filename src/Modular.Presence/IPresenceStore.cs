using Modular.Presence.Outcomes;
using Modular.Presence.Staffing;

namespace Modular.Presence;

/// <summary>Keeps what people said of the presence. One contract for every database.</summary>
internal interface IPresenceStore
{
    /// <summary>What bears on days, both bounds included: outcomes of occurrences that stand or were moved there, absences and holders.</summary>
    Task<PresenceRecords> ReadAsync(string site, DateOnly from, DateOnly to, CancellationToken cancellation = default);

    /// <summary>In the place of the revision before it; false, and nothing is changed, when somebody else marked the occurrence meanwhile.</summary>
    Task<bool> SaveAsync(OccurrenceOutcome outcome, CancellationToken cancellation = default);

    /// <summary>Adds first outcomes at once; an occurrence that was marked already keeps its outcome.</summary>
    Task AddAsync(IReadOnlyList<OccurrenceOutcome> outcomes, CancellationToken cancellation = default);

    Task SaveAsync(Absence absence, CancellationToken cancellation = default);

    /// <summary>Takes an absence of the site away; nothing happens when there is none.</summary>
    Task RemoveAbsenceAsync(string site, Guid absence, CancellationToken cancellation = default);

    /// <summary>In the place of one that the post had from the same day on.</summary>
    Task SaveAsync(PostHolder holder, CancellationToken cancellation = default);

    /// <summary>
    /// The edition of the site's calendar: its number rises whenever the plugin's <paramref name="hash"/> is not the one last seen, and with every change of
    /// an absence or a holder. With the revision of an outcome it makes a sequence that never falls.
    /// </summary>
    Task<Edition> EditionAsync(string site, string hash, CancellationToken cancellation = default);
}

internal sealed record Edition(int Number, DateTimeOffset Since);

public sealed record PresenceRecords(IReadOnlyList<OccurrenceOutcome> Outcomes, IReadOnlyList<Absence> Absences, IReadOnlyList<PostHolder> Holders)
{
    public static PresenceRecords None { get; } = new([], [], []);
}
