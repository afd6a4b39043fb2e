using Modular.Contracts.Forms;
using Modular.Contracts.Reports;
using Modular.Contracts.Sites;
using Modular.Statistics.Facts;
using Modular.Statistics.Figures;
using Modular.Statistics.Labels;
using Modular.Statistics.Periods;

namespace Modular.Statistics.Tests;

/// <summary>Facts as a store would read them, and a site to ask about them.</summary>
internal sealed class FactsInMemory : IFactReader
{
    private readonly List<Fact> _facts = [];

    public static readonly IReadOnlyDictionary<string, IReadOnlyList<Code>> Common = new Dictionary<string, IReadOnlyList<Code>>
    {
        ["problem_core"] = [new("autre", "Autre")],
    };

    public static readonly SiteDefinition Site = new()
    {
        Id = "dunkerque",
        Name = "Dunkerque",
        Version = "1.2.0",
        Host = ">=1.0 <2.0",
        Employer = new("Ville de Dunkerque", EmployerQuality.Commune),
        Stations = [new("dunkerque", "Commissariat de Dunkerque", Force.Police)],
        Posts = [new("poste-1", "Poste 1", ["dunkerque"], FullTimeEquivalent: 0.8m), new("poste-2", "Poste 2", ["dunkerque"])],
        Funders = [new("etat", "État", 70), new("ville", "Ville", null, Remainder: true), new("autre", "Autre", null)],
        References = new Dictionary<string, ReferenceFigure> { ["national"] = new(3, "workers", "Moyenne nationale", "ANISCG, 2020") },
        Codes = new Dictionary<string, IReadOnlyList<Code>>
        {
            ["problem"] = [new("violences_conjugales", "Violences conjugales"), new("conflit_conjugal", "Conflit conjugal"), new("fugue", "Fugue")],
            ["sex"] = [new("female", "femme"), new("male", "homme")],
        },
    };

    private static readonly FormDefinition Fiche = new()
    {
        Id = "situation",
        Title = "Fiche",
        Sections = [new() { Id = "s", Title = "S", Fields = [Asked("problem", "Problème principal"), Asked("sex", "Sexe")] }],
    };

    private static FormField Asked(string id, string label) => new() { Id = id, Kind = FieldKind.OneOf, Codes = id, Label = label, Fact = true };

    public FactsInMemory Add(int times, string day, params string[] answers) => Add(times, FactUnits.Situations, day, [], answers);

    public FactsInMemory Add(IEnumerable<Fact> facts)
    {
        _facts.AddRange(facts);
        return this;
    }

    /// <param name="answers">Each <c>dimension=code</c>; a dimension given twice has two codes.</param>
    public FactsInMemory Add(int times, string unit, string day, (string Measure, int Value)[] measures, params string[] answers)
    {
        var codes = answers.Select(answer => answer.Split('='))
            .GroupBy(pair => pair[0], pair => pair[1])
            .ToDictionary(one => one.Key, one => (IReadOnlyList<string>)[.. one]);
        var on = DateOnly.ParseExact(day, "yyyy-MM-dd");
        for (var time = 0; time < times; time++)
        {
            _facts.Add(new(Site.Id, unit, $"{_facts.Count}", on, codes, measures.ToDictionary(measure => measure.Measure, measure => measure.Value)));
        }

        return this;
    }

    public Task<FactTable> ReadAsync(string site, IReadOnlyCollection<string> units, DateOnly from, DateOnly to, CancellationToken cancellation = default)
    {
        var table = new FactTable(new());
        foreach (var unit in units)
        {
            table.Add(unit, _facts.Where(fact => fact.Site == site && fact.Unit == unit && fact.On >= from && fact.On <= to));
        }

        return Task.FromResult(table);
    }

    public async Task<IReadOnlyDictionary<string, Figure>> ComputeAsync(string period, bool compared, params FigureDefinition[] figures)
    {
        Assert.IsTrue(ReportPeriod.TryParse(period, out var parsed));
        var question = new FigureQuestion(new SiteLabels(Site, [Fiche], Common), parsed, compared ? parsed.YearBefore : null, figures, []);
        return (await new FigureEngine(this, [], []).ComputeAsync(question)).ToDictionary(figure => figure.Name);
    }

    public static FigureDefinition Count(string name, string unit = FactUnits.Situations, string[]? by = null, params string[] where) => new()
    {
        Name = name,
        Kind = FigureKind.Count,
        Subject = unit,
        By = by ?? [],
        Where = where.Select(condition => condition.Split('=')).ToDictionary(pair => pair[0], pair => (IReadOnlyList<string>)pair[1].Split('|')),
    };

    public static FigureDefinition Share(string name, string part, string whole) => new() { Name = name, Kind = FigureKind.Share, Subject = part, Of = whole };
}
