using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Sites;
using Modular.Forms.Computations;
using Modular.Intake.Situations;
using Modular.Sites;
using Modular.Statistics.Facts;

namespace Modular.Intake.Facts;

/// <summary>Only what the form marks as facts crosses the wall. Codes and whole numbers alone are read here: a name or a free text has no way in.</summary>
internal static class SituationFacts
{
    private const string Contact = "contact";

    public static IReadOnlyList<Fact> Of(
        LoadedSite site, SituationRow row, AnswerSet answers, IReadOnlyList<(EntryRow Row, AnswerSet Answers)> entries, string owner)
    {
        var kept = entries.Where(entry => !entry.Row.Withdrawn).ToList();
        var place = Place(site, row);
        var whole = new Draft(place);
        whole.Read(site, site.Forms["situation"], answers);
        foreach (var form in kept.Where(entry => entry.Row.Form != Contact).GroupBy(entry => entry.Row.Form))
        {
            whole.Read(site, site.Forms.GetValueOrDefault(form.Key), form.MaxBy(entry => (entry.Row.On, entry.Row.CreatedAt)).Answers);
        }

        var fiche = site.Plan("situation");
        var vif = FamilyViolence.In(site.Definition, [fiche.Id(FieldRole.Problem), fiche.Id(FieldRole.SecondaryProblems)], answers);
        whole.Put(FactNames.Vif, vif);
        whole.Put(FactNames.State, row.ClosedOn is null ? "open" : "closed");
        whole.Put(FactNames.Contacted, row.FirstContactOn is null ? "no" : "yes");
        whole.Measure(FactNames.Contacts, row.Contacts);
        whole.Measure(FactNames.DaysToFirstContact, row.FirstContactOn is { } first ? Math.Max(0, first.DayNumber - row.ReferredOn.DayNumber) : null);
        whole.Measure(FactNames.DaysOpen, row.ClosedOn is { } closed ? Math.Max(0, closed.DayNumber - row.ReferredOn.DayNumber) : null);

        var facts = new List<Fact> { whole.ToFact(site.Id, "situations", owner, row.ReferredOn) };
        foreach (var (entry, given) in kept.Where(entry => entry.Row.Form == Contact))
        {
            var contact = new Draft(place);
            contact.Put(FactNames.Vif, vif);
            contact.Read(site, site.Forms.GetValueOrDefault(Contact), given);
            facts.Add(contact.ToFact(site.Id, "contacts", owner, entry.On));
            foreach (var group in site.Forms.GetValueOrDefault(Contact)?.Fields.Where(field => field.CountedAs is not null) ?? [])
            {
                foreach (var answered in given.Rows(group.Id))
                {
                    var counted = new Draft(place);
                    counted.Put(FactNames.Vif, vif);
                    counted.Read(site, group.Fields, answered, isShown: field => field.When?.Holds(answered.Inside(given)) ?? true);
                    facts.Add(counted.ToFact(site.Id, group.CountedAs!, owner, entry.On));
                }
            }
        }

        return facts;
    }

    /// <summary>The coded answers alone, as a site's rules see a recorded situation.</summary>
    public static AnswerSet Coded(FormDefinition form, AnswerSet answers) => new(answers.All
        .Where(pair => form.Fields.Any(field => field.Id == pair.Key && field.Fact && !field.Nominative))
        .ToDictionary(pair => pair.Key, pair => pair.Value));

    private static Dictionary<string, IReadOnlyList<string>> Place(LoadedSite site, SituationRow row)
    {
        var place = new Dictionary<string, IReadOnlyList<string>> { [FactNames.Station] = [row.Station] };
        if (site.Definition.Stations.FirstOrDefault(station => station.Id == row.Station) is { } known)
        {
            place[FactNames.Force] = [known.Force == Force.Police ? "police" : "gendarmerie"];
        }

        return place;
    }

    private sealed class Draft(IReadOnlyDictionary<string, IReadOnlyList<string>> place)
    {
        private readonly Dictionary<string, IReadOnlyList<string>> _codes = new(place);
        private readonly Dictionary<string, int> _measures = [];

        public void Put(string dimension, string? code)
        {
            if (code is not null)
            {
                _codes[dimension] = [code];
            }
        }

        public void Measure(string measure, int? value)
        {
            if (value is { } number)
            {
                _measures[measure] = number;
            }
        }

        public void Read(LoadedSite site, FormDefinition? form, AnswerSet answers)
        {
            foreach (var section in form?.Sections ?? [])
            {
                var shown = section.When?.Holds(answers) ?? true;
                Read(site, section.Fields, answers, field => shown && (field.When?.Holds(answers) ?? true));
            }
        }

        public void Read(LoadedSite site, IEnumerable<FormField> fields, AnswerSet answers, Func<FormField, bool> isShown)
        {
            foreach (var field in fields.Where(field => field.Fact && !field.Nominative))
            {
                var codes = isShown(field) ? answers.CodesOf(field.Id) : [Fact.NotApplicable];
                if (answers.Number(field.Id) is { } number)
                {
                    Measure(field.Id, (int)number);
                }
                else if (codes.Count > 0)
                {
                    _codes[field.Id] = codes;
                    if (field.Codes is { } list && Core(site.Definition, list, codes) is { Count: > 0 } core)
                    {
                        _codes[field.Id + FactNames.Core] = core;
                    }
                }
            }
        }

        public Fact ToFact(string site, string unit, string owner, DateOnly on) => new(site, unit, owner, on, _codes, _measures);

        private static IReadOnlyList<string> Core(SiteDefinition site, string list, IReadOnlyList<string> codes)
        {
            var core = codes.Select(code => site.Codes[list].FirstOrDefault(known => known.Value == code)?.Core);
            return codes is [Fact.NotApplicable] ? codes : [.. core.OfType<string>().Distinct()];
        }
    }
}
