using Modular.Presence.Outcomes;
using Modular.Sites;

namespace Modular.Presence.Staffing;

/// <summary>Where the coordinator says who holds a post and when that person is away.</summary>
public sealed class StaffingService
{
    private readonly IPresenceStore _store;

    internal StaffingService(IPresenceStore store) => _store = store;

    public Task<PresenceRecords> RecordsAsync(LoadedSite site, DateOnly from, DateOnly to, CancellationToken cancellation = default) =>
        _store.ReadAsync(site.Id, from, to, cancellation);

    public async Task<Refusal?> AbsentAsync(LoadedSite site, string? post, DateOnly from, DateOnly to, string? reason, CancellationToken cancellation = default)
    {
        if (site.IsReadOnly)
        {
            return Refusal.ReadOnly;
        }

        if (!site.HasPost(post))
        {
            return new Refusal("Choisissez un poste.");
        }

        if (to < from)
        {
            return new Refusal("Le dernier jour d’absence précède le premier.");
        }

        if (OutcomeService.ReasonRefusal(reason) is { } refusal)
        {
            return refusal;
        }

        await _store.SaveAsync(new Absence(Guid.NewGuid(), site.Id, post!, from, to, reason!), cancellation);
        return null;
    }

    public async Task<Refusal?> EndAbsenceAsync(LoadedSite site, Guid absence, CancellationToken cancellation = default)
    {
        if (site.IsReadOnly)
        {
            return Refusal.ReadOnly;
        }

        await _store.RemoveAbsenceAsync(site.Id, absence, cancellation);
        return null;
    }

    /// <summary>Names the worker of a post from a day on; the one before is named until the eve.</summary>
    public async Task<Refusal?> NameAsync(LoadedSite site, string? post, string? worker, DateOnly from, CancellationToken cancellation = default)
    {
        if (site.IsReadOnly)
        {
            return Refusal.ReadOnly;
        }

        if (!site.HasPost(post))
        {
            return new Refusal("Choisissez un poste.");
        }

        if (WorkerName.Of(worker) is not { Length: <= WorkerName.Length } name)
        {
            return new Refusal($"Indiquez un nom de {WorkerName.Length} caractères au plus.");
        }

        await _store.SaveAsync(new PostHolder(Guid.NewGuid(), site.Id, post!, name, from, null), cancellation);
        return null;
    }
}
