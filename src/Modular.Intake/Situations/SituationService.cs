using Modular.Access;
using Modular.Contracts.Answers;
using Modular.Contracts.Rules;
using Modular.Forms;
using Modular.Intake.Facts;
using Modular.Intake.Forms;
using Modular.Sites;

namespace Modular.Intake.Situations;

/// <summary>
/// The situations of whoever holds a scope: every reading and every change of them passes here, is bounded by the scope and is in the access journal
/// before anything is shown or acknowledged.
/// </summary>
public sealed class SituationService
{
    private const int EvaluatedAtOnce = 200;

    private readonly IIntakeStore _store;
    private readonly IAccessJournal _journal;
    private readonly SituationCipher _cipher;
    private readonly TimeProvider _time;

    internal SituationService(IIntakeStore store, IAccessJournal journal, SituationCipher cipher, TimeProvider time)
    {
        _store = store;
        _journal = journal;
        _cipher = cipher;
        _time = time;
    }

    /// <summary>A situation and entries of it, or null when there is none in the scope.</summary>
    public async Task<Situation?> OpenAsync(SituationScope scope, Guid id, EntriesShown shown, CancellationToken cancellation = default)
    {
        var situation = await FindAsync(scope, id, shown, cancellation);
        await JournalAsync(scope, situation is null ? JournalAct.Refused : JournalAct.Read, situation?.Site, id, "situation", cancellation);
        return situation;
    }

    /// <summary>
    /// The situation that a posted page is about, or null when there is none in the scope. Its reading was journaled when the page was opened, and what becomes
    /// of the post is journaled by itself: a branch that opens is no new reading.
    /// </summary>
    public async Task<Situation?> OpenPostedAsync(SituationScope scope, Guid id, EntriesShown shown, CancellationToken cancellation = default)
    {
        var situation = await FindAsync(scope, id, shown, cancellation);
        if (situation is null)
        {
            await JournalAsync(scope, JournalAct.Refused, null, id, "situation", cancellation);
        }

        return situation;
    }

    /// <summary>Whether a situation is in the scope already. Nothing of it is read.</summary>
    public Task<bool> HasAsync(SituationScope scope, Guid id, CancellationToken cancellation = default) => _store.HasAsync(scope, id, cancellation);

    /// <summary>Whether a site has any situation. Nothing of one is read.</summary>
    public Task<bool> AnyAsync(string site, CancellationToken cancellation = default) => _store.AnyAsync(site, cancellation);

    /// <summary>How many open situations of a site had a referral before a day and no contact. A number: no scope is needed.</summary>
    public Task<int> CountNotContactedAsync(string site, DateOnly referredBefore, CancellationToken cancellation = default) =>
        _store.CountNotContactedAsync(site, referredBefore, cancellation);

    public async Task<SituationList> ListAsync(SituationScope scope, SituationFilter filter, CancellationToken cancellation = default)
    {
        var list = SituationList.Of(await _store.ListAsync(scope, filter, cancellation));
        await JournalAsync(scope, JournalAct.List, filter.Site, null, $"{filter.State.Spelled()}, {list.Situations.Count}", cancellation);
        return list;
    }

    /// <summary>The same for those of one site, with what its rules say of each.</summary>
    internal async Task<(SituationList List, IReadOnlyList<RuleResults> RuleResultsUpdate)> WithRuleResultsAsync(
        SituationScope scope, LoadedSite site, SituationFilter filter, CancellationToken cancellation)
    {
        var list = await ListAsync(scope, filter with { Site = site.Id }, cancellation);
        return (list, [.. list.Situations.Select(situation => _cipher.RuleResultsOf(site, situation.Row))]);
    }

    /// <summary>What is kept beside a situation of what its site's rules said.</summary>
    internal RuleResults KeptRuleResults(LoadedSite site, Situation situation) => _cipher.RuleResultsOf(site, situation.Row);

    /// <summary>Asks the site's rules about the next situations of which other rules spoke last. Nobody is shown anything of them.</summary>
    /// <returns>The last one, after which the next portion begins; null when there is none left.</returns>
    internal async Task<SituationRow?> EvaluateAnewAsync(LoadedSite site, SituationRow? after, CancellationToken cancellation)
    {
        var today = site.Today(_time);
        var due = new Due(site.Id, site.Hash, today, today.AddDays(-site.Definition.Limits.OpenDays));
        var rows = await _store.EvaluatedOtherwiseAsync(due, after, EvaluatedAtOnce, cancellation);
        foreach (var row in rows)
        {
            _cipher.Evaluate(site, row, _cipher.Answers(row));
        }

        if (rows.Count > 0)
        {
            await _store.PutRuleResultsAsync(site.Id, rows, cancellation);
        }

        return rows.Count == 0 ? null : rows[^1];
    }

    /// <summary>By number, or by every word of a name or a telephone number, in one site.</summary>
    public async Task<SituationList> SearchAsync(SituationScope scope, string site, string search, CancellationToken cancellation = default)
    {
        var filter = SituationNumber.Parse(search) is { } number
            ? new SituationFilter(SituationState.All, site, Year: number.Year, Rank: number.Rank)
            : new SituationFilter(SituationState.All, site, NameKeys: _cipher.SearchKeys(site, search));
        var list = filter.NameKeys is { Count: 0 } ? SituationList.Empty : SituationList.Of(await _store.ListAsync(scope, filter, cancellation));
        await JournalAsync(scope, JournalAct.Search, site, null, $"{list.Total}", cancellation);
        return list;
    }

    /// <param name="id">Chosen when the page was opened; the same one twice is one situation.</param>
    public async Task<SaveResult> CreateAsync(SituationScope scope, LoadedSite site, Guid id, FormReading reading, CancellationToken cancellation = default)
    {
        if (!scope.Sites.Contains(site.Id))
        {
            await JournalAsync(scope, JournalAct.Refused, site.Id, id, "situation", cancellation);
            return new SaveResult.OutOfScope();
        }

        var findings = Judge(site, ref reading);
        if (!reading.IsValid)
        {
            return new SaveResult.Refused(reading);
        }

        var addition = await _cipher.SealNewAsync(scope, site, id, reading, [], cancellation);
        if (await _store.AddAsync(scope, [addition], _ => Told(scope, JournalAct.Create, site.Id, id, "situation"), cancellation) == 0)
        {
            return await SentAgainAsync(scope, site, id, reading, findings, cancellation);
        }

        await _journal.BringAsync(cancellation);
        return new SaveResult.Saved(id, findings);
    }

    /// <summary>
    /// Brings in situations with what happened to them already, a portion in one transaction, so that others write in between; those that are there are left as
    /// they are. The next portion is read and sealed while one is written.
    /// </summary>
    /// <param name="atOnce">How many make a portion.</param>
    /// <param name="written">Told how many were in each portion, once it is written.</param>
    /// <returns>The number of those that were new.</returns>
    public async Task<int> AddHistoriesAsync(
        SituationScope scope, LoadedSite site, IEnumerable<SituationHistory> histories, int atOnce, Action<int>? written = null,
        CancellationToken cancellation = default)
    {
        var added = 0;
        var writing = Task.CompletedTask;
        try
        {
            foreach (var portion in histories.Chunk(atOnce))
            {
                var additions = new Addition[portion.Length];
                await Parallel.ForAsync(0, portion.Length, cancellation, async (index, sealing) => additions[index] =
                    await _cipher.SealNewAsync(scope, site, portion[index].Id, portion[index].Situation, portion[index].Entries, sealing));
                await writing;
                writing = Task.Run(() => WriteAsync(additions), cancellation);
            }
        }
        finally
        {
            await writing;
        }

        return added;

        async Task WriteAsync(Addition[] additions)
        {
            var fresh = await _store.AddAsync(scope, additions, count => Told(scope, JournalAct.Import, site.Id, null, $"{count}"), cancellation);
            await _journal.BringAsync(cancellation);
            added += fresh;
            written?.Invoke(additions.Length);
        }
    }

    /// <summary>Hands over every situation of a site, the newest first, with its answers.</summary>
    /// <returns>The number of situations.</returns>
    internal async Task<int> ExportAsync(SituationScope scope, LoadedSite site, Func<SituationSummary, AnswerSet, Task> take, CancellationToken cancellation)
    {
        // Before the first of them: whoever stops it has some.
        await JournalAsync(scope, JournalAct.Export, site.Id, null, null, cancellation);
        var taken = 0;
        await foreach (var row in _store.AllAsync(scope, site.Id, cancellation))
        {
            await take(new SituationSummary(row), _cipher.Answers(row));
            taken++;
        }

        await JournalAsync(scope, JournalAct.Export, site.Id, null, $"{taken}", cancellation);
        return taken;
    }

    /// <summary>A double click; or the answer was lost on its way, and more was typed before the page was sent again.</summary>
    private async Task<SaveResult> SentAgainAsync(
        SituationScope scope, LoadedSite site, Guid id, FormReading reading, IReadOnlyList<Finding> findings, CancellationToken cancellation)
    {
        if (await InScopeAsync(scope, site, id, cancellation) is not { } situation)
        {
            return new SaveResult.OutOfScope();
        }

        return situation.Answers.Equals(reading.Answers) ? new SaveResult.Saved(id, findings)
            : situation.Row.Version == 1 && situation.Row.CreatedBy == scope.Account ? await EditAsync(scope, site, id, 1, reading, cancellation)
            : await OvertakenAsync(scope, situation, cancellation);
    }

    /// <param name="version">The version that the page showed.</param>
    public async Task<SaveResult> EditAsync(
        SituationScope scope, LoadedSite site, Guid id, int version, FormReading reading, CancellationToken cancellation = default)
    {
        if (await InScopeAsync(scope, site, id, cancellation) is not { } situation)
        {
            return new SaveResult.OutOfScope();
        }

        var findings = Judge(site, ref reading);
        reading = reading.With(DateRules.OfReferral(reading, situation));
        if (!reading.IsValid)
        {
            return new SaveResult.Refused(reading);
        }

        var told = Told(scope, JournalAct.Edit, site.Id, id, "situation");
        if (situation.Row.Version != version
            || !await _store.ChangeAsync(scope, await _cipher.SealEditAsync(site, situation, reading, cancellation), told, cancellation))
        {
            return await OvertakenAsync(scope, (await FindAsync(scope, id, new EntriesShown.All(), cancellation))!, cancellation);
        }

        await _journal.BringAsync(cancellation);
        return new SaveResult.Saved(id, findings);
    }

    /// <summary>Adds or changes a contact, an assessment of danger or the closing.</summary>
    /// <param name="entry">Chosen when the page was opened; one that is there already is changed.</param>
    /// <param name="version">The version of the entry that the page showed; 0 for a new one.</param>
    public async Task<SaveResult> PutEntryAsync(
        SituationScope scope, LoadedSite site, Guid id, Guid entry, int version, FormReading reading, CancellationToken cancellation = default)
    {
        var findings = Judge(site, ref reading);
        var tried = 0;
        // Another entry may be written at the same moment: that is no conflict, this one joins it.
        for (var attempt = 0; attempt < 10; attempt++)
        {
            // Refused although nothing changed: the identifier is that of another situation's entry.
            if (await InScopeAsync(scope, site, id, cancellation) is not { } situation || situation.Row.Version == tried)
            {
                return new SaveResult.OutOfScope();
            }

            tried = situation.Row.Version;
            var stored = situation.Entry(entry);
            if (stored is not null && (stored.Form != reading.Form.Id || stored.Row.Withdrawn))
            {
                return new SaveResult.OutOfScope();
            }

            reading = reading.With(DateRules.OfEntry(reading, situation, entry));
            if (!reading.IsValid)
            {
                return new SaveResult.Refused(reading);
            }

            if (stored is not null && version == 0)
            {
                if (stored.Answers.Equals(reading.Answers))
                {
                    return new SaveResult.Saved(id, findings);
                }

                // Sent again with more in it, by the same hand, before anybody else touched it.
                version = stored.Row.CreatedBy == scope.Account ? 1 : 0;
            }

            if ((stored?.Row.Version ?? 0) != version)
            {
                return await OvertakenAsync(scope, situation, cancellation);
            }

            var act = reading.Form.Id == "closing" ? JournalAct.Close : stored is null ? JournalAct.Create : JournalAct.Edit;
            var change = await _cipher.SealEntryAsync(scope, site, situation, entry, reading, cancellation);
            if (await _store.ChangeAsync(scope, change, Told(scope, act, site.Id, id, reading.Form.Id), cancellation))
            {
                await _journal.BringAsync(cancellation);
                return new SaveResult.Saved(id, findings);
            }
        }

        throw new InvalidOperationException("A situation changed ten times while one entry was being saved.");
    }

    /// <summary>Takes the closing back; it stays readable.</summary>
    public async Task<SaveResult> ReopenAsync(SituationScope scope, LoadedSite site, Guid id, CancellationToken cancellation = default)
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            if (await InScopeAsync(scope, site, id, cancellation) is not { } situation)
            {
                return new SaveResult.OutOfScope();
            }

            if (!situation.IsClosed)
            {
                return new SaveResult.Saved(id, []);
            }

            if (await _store.ChangeAsync(scope, _cipher.SealReopening(site, situation), Told(scope, JournalAct.Reopen, site.Id, id, null), cancellation))
            {
                await _journal.BringAsync(cancellation);
                return new SaveResult.Saved(id, []);
            }
        }

        throw new InvalidOperationException("A situation changed ten times while it was being opened again.");
    }

    /// <summary>The situation as the site's rules see it.</summary>
    public static SituationView View(LoadedSite site, Situation situation) => View(site, situation.Summary, situation.Answers);

    internal static SituationView View(LoadedSite site, SituationSummary situation, AnswerSet answers) => new(
        situation.Number, situation.Station, situation.ReferredOn, situation.FirstContactOn, situation.LastContactOn, situation.Contacts, situation.ClosedOn,
        SituationFacts.Coded(site.Forms["situation"], answers), site.Definition.Limits);

    private IReadOnlyList<Finding> Judge(LoadedSite site, ref FormReading reading)
    {
        var today = site.Today(_time);
        IReadOnlyList<Finding> findings = [.. RulesOrDefaults.Check(site, reading, today), .. DateRules.OfDates(reading, today)];
        reading = reading.With(findings);
        return [.. findings.Where(finding => finding.Severity == Severity.Warning)];
    }

    /// <summary>What somebody else wrote is about to be shown.</summary>
    private async Task<SaveResult> OvertakenAsync(SituationScope scope, Situation current, CancellationToken cancellation)
    {
        await JournalAsync(scope, JournalAct.Read, current.Site, current.Id, "situation", cancellation);
        return new SaveResult.Overtaken(current);
    }

    private async Task<Situation?> InScopeAsync(SituationScope scope, LoadedSite site, Guid id, CancellationToken cancellation)
    {
        var situation = await FindAsync(scope, id, new EntriesShown.All(), cancellation);
        if (situation is null || situation.Site != site.Id)
        {
            await JournalAsync(scope, JournalAct.Refused, null, id, "situation", cancellation);
            return null;
        }

        return situation;
    }

    private async Task<Situation?> FindAsync(SituationScope scope, Guid id, EntriesShown shown, CancellationToken cancellation) =>
        await _store.FindAsync(scope, id, cancellation) is { } row
            ? await _cipher.OpenAsync(row, await _store.EntriesAsync(scope, id, shown, cancellation), cancellation)
            : null;

    private Task JournalAsync(SituationScope scope, JournalAct act, string? site, Guid? situation, string? detail, CancellationToken cancellation) =>
        _journal.RecordAsync(Told(scope, act, site, situation, detail), cancellation);

    private static JournalEntry Told(SituationScope scope, JournalAct act, string? site, Guid? situation, string? detail) =>
        new(scope.Account, scope.Login, act, site, situation?.ToString("N"), detail);
}

/// <summary>A situation read from its form, and what happened to it, each read from its own.</summary>
public sealed record SituationHistory(Guid Id, FormReading Situation, IReadOnlyList<FormReading> Entries);
