using Modular.Contracts.Forms;
using Modular.Contracts.Sites;

namespace Modular.Forms.Tests;

/// <summary>Small forms on a small site.</summary>
internal static class SmallForms
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly SiteDefinition Site = new()
    {
        Id = "essai",
        Name = "Essai",
        Version = "1.0.0",
        Host = ">=1.0 <2.0",
        TimeZone = "Europe/Paris",
        Employer = new Employer("Commune", EmployerQuality.Commune),
        Stations = [new Station("nord", "Commissariat Nord", Force.Police)],
        Posts = [],
        Codes = new Dictionary<string, IReadOnlyList<Code>>
        {
            ["fruit"] = [new("pomme", "Pomme"), new("poire", "Poire"), new("coing", "Coing", Retired: true)],
            ["age_group"] = [new("0_5", "Tout-petits")],
        },
    };

    public static FormField Field(string id, FieldKind kind) => new() { Id = id, Kind = kind, Label = id };

    public static FormPlan Plan(params FormField[] fields) => new(
        Site,
        new FormDefinition { Id = "situation", Title = "Fiche", Sections = [new FormSection { Id = "one", Title = "Une", Fields = fields }] },
        [new("0_5", "De 0 à 5 ans"), new("6_12", "De 6 à 12 ans")]);

    /// <summary>A field of each kind, then a group of all that may stand in its row.</summary>
    public static FormPlan OfEveryKind() => Plan([.. Enum.GetValues<FieldKind>().Select(Complete)]);

    public static FormReading Read(FormPlan plan, TypedAnswers typed) => FormReader.Read(plan, typed, Today, null, _ => new Dictionary<string, string>());

    public static TypedAnswers Typed(params (string Path, string Value)[] typed) =>
        new(typed.GroupBy(pair => pair.Path).ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group.Select(pair => pair.Value)]));

    private static FormField Complete(FieldKind kind) => kind switch
    {
        FieldKind.OneOf or FieldKind.SeveralOf => Field($"{kind}", kind) with { Codes = "fruit" },
        FieldKind.Group => Field($"{kind}", kind) with { Fields = [Field("fruit", FieldKind.OneOf) with { Codes = "fruit" }, Field("why", FieldKind.Text)] },
        FieldKind.Computed => Field($"{kind}", kind) with { Compute = Computation.AgeGroup },
        _ => Field($"{kind}", kind),
    };
}
