using Modular.Contracts.Presence;
using Modular.Contracts.Wording;
using Modular.Presence.Days;
using Modular.Presence.Listings;
using Modular.Presence.Occurrences;
using Modular.Presence.Staffing;
using Modular.Sites;

namespace Modular.Presence.Outcomes;

/// <summary>Where workers and coordinators say what became of an occurrence. Every method returns why it refused, or null when it is done.</summary>
public sealed class OutcomeService
{
    private readonly IPresenceStore _store;
    private readonly PresenceCalendar _calendar;
    private readonly TimeProvider _time;

    internal OutcomeService(IPresenceStore store, PresenceCalendar calendar, TimeProvider time) =>
        (_store, _calendar, _time) = (store, calendar, time);

    public Task<Refusal?> HoldAsync(OutcomeRequest request, CancellationToken cancellation = default) =>
        SetOutcomeAsync(request, occurrence => occurrence switch
        {
            _ when occurrence.Start > _time.GetUtcNow() =>
                new Refusal($"La permanence de {FrenchTime.WeekDay(occurrence.Day)} n’a pas encore commencé\u202f: elle ne peut pas être notée tenue."),
            { State: PresenceState.Moved } => new Refusal("Cette permanence a été déplacée\u202f: c’est la nouvelle date qu’il faut noter tenue."),
            _ => null,
        }, (outcome, occurrence) => outcome with { Kind = OutcomeKind.Held, ByPost = occurrence.ByPost, ByWorker = occurrence.ByWorker }, cancellation);

    public Task<Refusal?> SkipAsync(OutcomeRequest request, string? reason, CancellationToken cancellation = default) =>
        SetOutcomeAsync(request, _ => ReasonRefusal(reason), (outcome, _) => outcome with { Kind = OutcomeKind.Skipped, Reason = reason }, cancellation);

    public Task<Refusal?> UncoverAsync(OutcomeRequest request, string? reason, CancellationToken cancellation = default) =>
        SetOutcomeAsync(request, _ => ReasonRefusal(reason), (outcome, _) => outcome with { Kind = OutcomeKind.Uncovered, Reason = reason }, cancellation);

    public Task<Refusal?> ReplaceAsync(OutcomeRequest request, string? byPost, string? byWorker, CancellationToken cancellation = default)
    {
        byWorker = WorkerName.Of(byWorker);
        byPost = string.IsNullOrEmpty(byPost) ? null : byPost;
        return SetOutcomeAsync(request, occurrence => (byPost, byWorker) switch
        {
            (null, null) => new Refusal("Indiquez qui remplace\u202f: un autre poste, ou un nom."),
            ({ }, { }) => new Refusal("Choisissez un autre poste ou écrivez un nom, pas les deux."),
            ({ } post, _) when !request.Site.HasPost(post) => new Refusal("Ce poste n’existe pas dans ce site."),
            ({ } post, _) when post == occurrence.Post => new Refusal("Un poste ne se remplace pas lui-même\u202f: choisissez-en un autre."),
            (_, { Length: > WorkerName.Length }) => new Refusal($"Le nom est trop long\u202f: {WorkerName.Length} caractères au plus."),
            _ => null,
        }, (outcome, _) => outcome with { Kind = OutcomeKind.Replaced, ByPost = byPost, ByWorker = byWorker }, cancellation);
    }

    /// <summary>To another day, another half-day, or exact hours. Moving one that was moved already changes where it goes.</summary>
    public async Task<Refusal?> MoveAsync(OutcomeRequest request, DateOnly day, HalfDay? halfDay, TimeRange? hours, CancellationToken cancellation = default)
    {
        if (await FindAsync(request.Site, request.Occurrence, cancellation) is not { } occurrence)
        {
            return Refusal.Gone;
        }

        var shift = Shifted(request.Site, day, halfDay, hours, occurrence.OnCall);
        var target = occurrence.Id with { Day = shift.Day, DayPart = shift.DayPart };
        var origin = occurrence.MovedFrom is { } from ? (await FindAsync(request.Site, from, cancellation))! : occurrence;
        request = request with { Occurrence = origin.Id, Revision = occurrence.MovedFrom is null ? request.Revision : origin.Revision };
        if (target == origin.Id)
        {
            return origin.State == PresenceState.Moved
                ? await SetOutcomeAsync(request, _ => null, (outcome, _) => outcome, cancellation)
                : new Refusal("C’est déjà le jour et l’heure prévus.");
        }

        if (!occurrence.OnCall && PublicHolidays.Close(request.Site, occurrence.Station, day))
        {
            return new Refusal($"Ce lieu est fermé {FrenchTime.WeekDay(day)}, jour férié. Choisissez un autre jour.");
        }

        return await FindAsync(request.Site, target, cancellation) is { } there
            ? new Refusal(there.Stands
                ? $"Ce poste tient déjà cette permanence {FrenchTime.WeekDay(day)}."
                : $"Ce poste avait une permanence à ce moment, {FrenchTime.WeekDay(day)}, et elle est {PresenceWords.Of(there.State)}. "
                    + "Remettez-la d’abord comme prévue.")
            : await SetOutcomeAsync(request, _ => null, (outcome, _) => outcome with { Kind = OutcomeKind.Moved, MovedTo = shift }, cancellation);
    }

    /// <summary>Back to what the pattern says; one that was added goes away.</summary>
    public Task<Refusal?> ResetAsync(OutcomeRequest request, CancellationToken cancellation = default) =>
        SetOutcomeAsync(request, _ => null, (outcome, _) => outcome with { Kind = OutcomeKind.Planned, Added = false }, cancellation);

    /// <summary>Many at once, held or skipped for a reason of <see cref="AbsenceReasons"/>; what was said of one already stays.</summary>
    public async Task RecordAsync(IEnumerable<(Occurrence Occurrence, string? Skipped)> said, Guid by, CancellationToken cancellation = default)
    {
        foreach (var some in said.Chunk(RecordedAtOnce))
        {
            await _store.AddAsync([.. some.Select(one => Recorded(one.Occurrence, one.Skipped, by))], cancellation);
        }
    }

    public async Task<Refusal?> AddAsync(
        LoadedSite site, Guid by, string? post, string? station, DateOnly day, HalfDay? halfDay, TimeRange? hours, CancellationToken cancellation = default)
    {
        if (site.IsReadOnly)
        {
            return Refusal.ReadOnly;
        }

        if (site.Definition.Posts.FirstOrDefault(known => known.Id == post) is not { } known || station is null || !known.Stations.Contains(station))
        {
            return new Refusal("Choisissez un poste et l’une de ses implantations.");
        }

        var shift = Shifted(site, day, halfDay, hours, onCall: false);
        var id = new OccurrenceId(site.Id, known.Id, station, shift.Day, shift.DayPart);
        if (await FindAsync(site, id, cancellation) is not null)
        {
            return new Refusal($"Ce poste tient déjà cette permanence {FrenchTime.WeekDay(day)}.");
        }

        var before = (await _store.ReadAsync(site.Id, day, day, cancellation)).Outcomes.FirstOrDefault(outcome => outcome.Id == id);
        var added = New(id, shift.Hours, (before?.Revision ?? 0) + 1, by) with { Added = true };
        return await _store.SaveAsync(added, cancellation) ? null : Refusal.Overtaken;
    }

    private const int RecordedAtOnce = 200;

    internal static Refusal? ReasonRefusal(string? reason) => AbsenceReasons.IsKnown(reason) ? null : new Refusal("Choisissez un motif dans la liste.");

    private async Task<Refusal?> SetOutcomeAsync(
        OutcomeRequest request, Func<Occurrence, Refusal?> check, Func<OccurrenceOutcome, Occurrence, OccurrenceOutcome> say, CancellationToken cancellation)
    {
        if (request.Site.IsReadOnly)
        {
            return Refusal.ReadOnly;
        }

        if (await FindAsync(request.Site, request.Occurrence, cancellation) is not { } occurrence)
        {
            return Refusal.Gone;
        }

        if (check(occurrence) is { } refusal)
        {
            return refusal;
        }

        var outcome = New(occurrence.Id, occurrence.Hours, request.Revision + 1, request.By) with { Added = occurrence.Added };
        return await _store.SaveAsync(say(outcome, occurrence), cancellation) ? null : Refusal.Overtaken;
    }

    private OccurrenceOutcome Recorded(Occurrence occurrence, string? skipped, Guid by) =>
        New(occurrence.Id, occurrence.Hours, 1, by) with { Kind = skipped is null ? OutcomeKind.Held : OutcomeKind.Skipped, Reason = skipped };

    private OccurrenceOutcome New(OccurrenceId id, TimeRange hours, int revision, Guid by) =>
        new() { Id = id, Hours = hours, Kind = OutcomeKind.Planned, Revision = revision, MarkedBy = by, MarkedAt = _time.GetUtcNow() };

    private async Task<Occurrence?> FindAsync(LoadedSite site, OccurrenceId id, CancellationToken cancellation) =>
        id.Site == site.Id ? (await _calendar.BetweenAsync(site, id.Day, id.Day, cancellation)).FirstOrDefault(occurrence => occurrence.Id == id) : null;

    private static Shift Shifted(LoadedSite site, DateOnly day, HalfDay? halfDay, TimeRange? hours, bool onCall)
    {
        var range = hours ?? site.Presence.HoursOf(halfDay ?? HalfDay.Morning);
        return new Shift(day, hours is null && !onCall ? DayPart.Of(halfDay ?? HalfDay.Morning) : DayPart.At(range.Start, onCall), range);
    }
}
