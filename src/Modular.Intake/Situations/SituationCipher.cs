using System.Collections.Concurrent;
using Modular.Access;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Rules;
using Modular.Forms;
using Modular.Intake.Facts;
using Modular.Intake.Forms;
using Modular.Intake.Secrecy;
using Modular.Sites;

namespace Modular.Intake.Situations;

internal sealed class SituationCipher(IIntakeStore store, PersonalCipher cipher, BlindIndex index, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, FormLegend> _legends = new();

    /// <summary>By version of the site and form, the hash of its legend once that is stored.</summary>
    private readonly ConcurrentDictionary<(string Version, string Form), string> _definitions = new();

    public IReadOnlyList<byte[]> SearchKeys(string site, string search) => index.KeysOf(site, search);

    public AnswerSet Answers(SituationRow row) => cipher.Decrypt(row.Site, row.Answers);

    public async Task<Situation> OpenAsync(SituationRow row, EntryRows entries, CancellationToken cancellation)
    {
        var opened = new List<Entry>(entries.Rows.Count);
        foreach (var entry in entries.Rows)
        {
            opened.Add(new Entry(entry, cipher.Decrypt(entry.Site, entry.Answers), await LegendAsync(entry.Definition, cancellation)));
        }

        return new Situation(row, Answers(row), await LegendAsync(row.Definition, cancellation), opened, entries.Older);
    }

    /// <param name="history">What happened to it already, each as its form says; empty for one that is new.</param>
    public async Task<Addition> SealNewAsync(
        SituationScope scope, LoadedSite site, Guid id, FormReading reading, IReadOnlyList<FormReading> history, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var row = new SituationRow
        {
            Id = id,
            Site = site.Id,
            Station = StationOf(reading),
            ReferredOn = ReferredOn(reading),
            Year = ReferredOn(reading).Year,
            CreatedAt = now,
            UpdatedAt = now,
            CreatedBy = scope.Account,
            Definition = await DefinitionAsync(site, reading, cancellation),
            Answers = cipher.Encrypt(site.Id, reading.Answers),
        };
        var entries = new List<(EntryRow Row, AnswerSet Answers)>(history.Count);
        foreach (var entry in history)
        {
            entries.Add((await WriteAsync(NewEntry(scope, site, id, Guid.NewGuid(), entry), site, entry, cancellation), entry.Answers));
        }

        var change = Seal(site, row, reading.Answers, null, null, entries);
        return new Addition(row, index.KeysOf(site.Id, reading), [.. entries.Select(entry => entry.Row)], change.Owner, change.Facts);
    }

    public async Task<Change> SealEditAsync(LoadedSite site, Situation situation, FormReading reading, CancellationToken cancellation)
    {
        var row = situation.Row;
        row.Station = StationOf(reading);
        row.ReferredOn = ReferredOn(reading);
        row.Definition = await DefinitionAsync(site, reading, cancellation);
        row.Answers = cipher.Encrypt(site.Id, reading.Answers);
        return Seal(site, row, reading.Answers, index.KeysOf(site.Id, reading), null, [.. situation.Entries.Select(entry => (entry.Row, entry.Answers))]);
    }

    public async Task<Change> SealEntryAsync(
        SituationScope scope, LoadedSite site, Situation situation, Guid id, FormReading reading, CancellationToken cancellation)
    {
        var entry = await WriteAsync(situation.Entry(id)?.Row ?? NewEntry(scope, site, situation.Id, id, reading), site, reading, cancellation);
        return Seal(site, situation.Row, situation.Answers, null, entry,
            [.. situation.Entries.Where(other => other.Id != id).Select(other => (other.Row, other.Answers)), (entry, reading.Answers)]);
    }

    private static string StationOf(FormReading reading) => reading.Answers.Code(reading.Plan.Id(FieldRole.Station)) ?? "";

    private static DateOnly ReferredOn(FormReading reading) => reading.Date(FieldRole.ReferralDate)!.Value;

    private EntryRow NewEntry(SituationScope scope, LoadedSite site, Guid situation, Guid id, FormReading reading) => new()
    {
        Id = id,
        Situation = situation,
        Site = site.Id,
        Form = reading.Form.Id,
        On = default,
        CreatedAt = time.GetUtcNow(),
        UpdatedAt = default,
        CreatedBy = scope.Account,
        Version = 0,
        Definition = "",
        Answers = [],
    };

    private async Task<EntryRow> WriteAsync(EntryRow entry, LoadedSite site, FormReading reading, CancellationToken cancellation)
    {
        entry.On = DateRules.DayOf(reading) ?? site.Today(time);
        entry.UpdatedAt = time.GetUtcNow();
        entry.Version++;
        entry.Definition = await DefinitionAsync(site, reading, cancellation);
        entry.Answers = cipher.Encrypt(site.Id, reading.Answers);
        return entry;
    }

    public Change SealReopening(LoadedSite site, Situation situation)
    {
        var closing = situation.Entries.Last(entry => entry.Form == "closing" && !entry.Row.Withdrawn);
        closing.Row.Withdrawn = true;
        closing.Row.Version++;
        return Seal(site, situation.Row, situation.Answers, null, closing.Row, [.. situation.Entries.Select(entry => (entry.Row, entry.Answers))]);
    }

    /// <summary>Asks the site's rules, and keeps beside the situation what they say.</summary>
    public void Evaluate(LoadedSite site, SituationRow row, AnswerSet answers)
    {
        var today = site.Today(time);
        var result = RuleResults.Of(site, SituationService.View(site, new SituationSummary(row), answers), today);
        (row.Priority, row.ContactBefore) = (result.Priority?.Level ?? PriorityLevel.Ordinary, result.Priority?.ContactBefore);
        (row.Reminders, row.EvaluatedBy, row.EvaluatedOn) = (result.Reminders.Count, site.Hash, today);
        row.RuleResults = result.HasWords ? cipher.EncryptText(row.Site, result.ToJson()) : null;
    }

    public RuleResults RuleResultsOf(LoadedSite site, SituationRow row) => row.EvaluatedBy is null
        ? RuleResults.Unasked(site, row)
        : RuleResults.FromJson(row, row.RuleResults is { } words ? cipher.DecryptText(row.Site, words) : null);

    /// <summary>The dates and counts of a situation follow from its entries.</summary>
    private Change Seal(
        LoadedSite site,
        SituationRow row,
        AnswerSet answers,
        IReadOnlyList<byte[]>? nameKeys,
        EntryRow? entry,
        IReadOnlyList<(EntryRow Row, AnswerSet Answers)> entries)
    {
        var isReached = site.Plan("contact").Id(FieldRole.Reached);
        var contacts = entries.Where(other => other.Row is { Form: "contact", Withdrawn: false }).ToList();
        var reached = contacts.Where(contact => contact.Answers.Code(isReached) == "yes").Select(contact => contact.Row.On).Order().ToList();
        row.Contacts = contacts.Count;
        row.FirstContactOn = reached.Count == 0 ? null : reached[0];
        row.LastContactOn = reached.Count == 0 ? null : reached[^1];
        row.ClosedOn = entries.Where(other => other.Row is { Form: "closing", Withdrawn: false }).Select(other => (DateOnly?)other.Row.On).Max();
        row.UpdatedAt = time.GetUtcNow();
        Evaluate(site, row, answers);
        var owner = index.Pseudonym(row.Site, row.Id);
        return new Change(row, nameKeys, entry, owner, PendingFacts.Write(SituationFacts.Of(site, row, answers, entries, owner)));
    }

    private async Task<string> DefinitionAsync(LoadedSite site, FormReading reading, CancellationToken cancellation)
    {
        if (_definitions.TryGetValue((site.Hash, reading.Form.Id), out var known))
        {
            return known;
        }

        var legend = FormLegend.Of(site.Plan(reading.Form.Id));
        var json = legend.ToJson();
        var hash = FormLegend.Hash(json);
        await store.PutLegendAsync(new LegendRow(hash, json), cancellation);
        _legends[hash] = legend;
        return _definitions[(site.Hash, reading.Form.Id)] = hash;
    }

    private async Task<FormLegend> LegendAsync(string hash, CancellationToken cancellation)
    {
        if (!_legends.TryGetValue(hash, out var legend))
        {
            var json = await store.LegendAsync(hash, cancellation) ?? throw new InvalidOperationException("The definition of an answer is not there.");
            _legends[hash] = legend = FormLegend.FromJson(json);
        }

        return legend;
    }
}
