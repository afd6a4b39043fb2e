using Modular.Contracts.Answers;
using Modular.Contracts.Sites;
using Modular.Forms;
using Modular.Forms.Kinds;
using Modular.Sites.Files;

namespace Modular.Sites.Checking;

/// <summary>What a report can count: the units, and the dimensions and measures of each, as Intake and Presence push them.</summary>
internal sealed class CountableFacts
{
    private readonly SiteDefinition _site;

    public CountableFacts(ParsedSite parsed, SiteDefinition site)
    {
        _site = site;
        IReadOnlyList<FieldPlan> FieldsOf(string form) => parsed.Forms.GetValueOrDefault(form) is { } read
            ? new FormPlan(site, read, Nomenclature.AgeGroups).Fields
            : [];
        var contact = FieldsOf("contact");
        Units = new Dictionary<string, FactUnit>
        {
            ["situations"] = Situations(new[] { "situation", "closing", "danger" }.SelectMany(FieldsOf)),
            ["contacts"] = Read(Place(), contact),
            ["half_days"] = new(
                new()
                {
                    ["station"] = Stations,
                    ["post"] = [.. site.Posts.Select(post => post.Id)],
                    ["half_day"] = ["morning", "afternoon"],
                    ["state"] = ["held", "planned", "skipped", "moved", "replaced", "uncovered", "holiday"],
                },
                []),
            ["promised_half_days"] = new(new() { ["station"] = Stations }, []),
        };
        foreach (var group in contact.Where(planned => planned.Field.CountedAs is not null))
        {
            Units.TryAdd(group.Field.CountedAs!, Read(Place(), group.Parts));
        }
    }

    public Dictionary<string, FactUnit> Units { get; }

    private IReadOnlyList<string> Stations => [.. _site.Stations.Select(station => station.Id)];

    private FactUnit Situations(IEnumerable<FieldPlan> fields)
    {
        var unit = Read(Place(), fields);
        unit.Dimensions[FactNames.State] = ["open", "closed"];
        unit.Dimensions[FactNames.Contacted] = ["yes", "no"];
        unit.Measures.UnionWith(FactNames.Measures);
        return unit;
    }

    private FactUnit Place() =>
        new(new() { [FactNames.Station] = Stations, [FactNames.Force] = ["police", "gendarmerie"], [FactNames.Vif] = ["yes", "no"] }, []);

    private FactUnit Read(FactUnit unit, IEnumerable<FieldPlan> fields)
    {
        foreach (var (planned, field) in fields.Select(one => (one, one.Field)).Where(counted => counted.Field is { Fact: true, Nominative: false }))
        {
            if (planned.Gives == AnswerType.Number && field.Compute is null) // What is computed so is worked out by nobody: see CountingCheck.
            {
                unit.Measures.Add(field.Id);
            }
            else if (planned.Gives == AnswerType.Codes)
            {
                unit.Dimensions[field.Id] = [.. planned.Codes.Union(NotGivenNames.All)];
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
