using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Sites;
using Modular.Sites.Files;

namespace Modular.Sites.Checking;

/// <summary>What a report can count: the units, and the dimensions and measures of each, as Intake and Presence push them.</summary>
internal sealed class FactVocabulary
{
    private readonly SiteDefinition _site;

    public FactVocabulary(SiteDraft draft, SiteDefinition site)
    {
        _site = site;
        var contact = draft.Forms.GetValueOrDefault("contact")?.Fields.ToList() ?? [];
        Units = new Dictionary<string, FactUnit>
        {
            ["situations"] = Situations([.. new[] { "situation", "closing", "danger" }.Select(draft.Forms.GetValueOrDefault).OfType<FormDefinition>().SelectMany(form => form.Fields)]),
            ["contacts"] = Read(Place(), contact),
            ["half_days"] = new(new() { ["station"] = Stations, ["post"] = [.. site.Posts.Select(post => post.Id)], ["half_day"] = ["morning", "afternoon"], ["state"] = ["held", "planned", "skipped", "moved", "replaced", "uncovered", "holiday"] }, []),
            ["promised_half_days"] = new(new() { ["station"] = Stations }, []),
        };
        foreach (var group in contact.Where(field => field.CountedAs is not null))
        {
            Units.TryAdd(group.CountedAs!, Read(Place(), group.Fields));
        }
    }

    public Dictionary<string, FactUnit> Units { get; }

    private IReadOnlyList<string> Stations => [.. _site.Stations.Select(station => station.Id)];

    private FactUnit Situations(IReadOnlyList<FormField> fields)
    {
        var unit = Read(Place(), fields);
        unit.Dimensions[FactNames.State] = ["open", "closed"];
        unit.Dimensions[FactNames.Contacted] = ["yes", "no"];
        unit.Measures.UnionWith(FactNames.Measures);
        return unit;
    }

    private FactUnit Place() => new(new() { [FactNames.Station] = Stations, [FactNames.Force] = ["police", "gendarmerie"], [FactNames.Vif] = ["yes", "no"] }, []);

    private FactUnit Read(FactUnit unit, IEnumerable<FormField> fields)
    {
        foreach (var field in fields.Where(field => field.Fact && !field.Nominative))
        {
            if (field.Kind == FieldKind.Computed && Options.IsNumber(field))
            {
                continue; // Nobody works it out: see CountingCheck.
            }

            if (Options.IsNumber(field))
            {
                unit.Measures.Add(field.Id);
            }
            else if (Options.Of(field, _site) is { } options)
            {
                unit.Dimensions[field.Id] = [.. options.Union(NotGivenNames.All)];
                if (field.Codes is { } list && _site.Codes.TryGetValue(list, out var codes) && codes.Any(code => code.Core is not null))
                {
                    unit.Dimensions[field.Id + FactNames.Core] = [.. codes.Select(code => code.Core).OfType<string>().Distinct()];
                }
            }
        }

        return unit;
    }
}

/// <param name="Dimensions">The codes of each.</param>
internal sealed record FactUnit(Dictionary<string, IReadOnlyList<string>> Dimensions, HashSet<string> Measures);
