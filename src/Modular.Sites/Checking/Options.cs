using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Sites;

namespace Modular.Sites.Checking;

/// <summary>The codes that a field's answer can be.</summary>
internal static class Options
{
    /// <returns>Null when the field's answer is no code.</returns>
    public static IReadOnlyList<string>? Of(FormField field, SiteDefinition site) => Codes(field, site) is { } codes ? [.. codes, .. Special(field)] : null;

    /// <summary>"Ne sait pas", "refuse", "non demandé", as far as the field takes them.</summary>
    public static IEnumerable<string> Special(FormField field) => field.AlsoAnswers.Select(why => why.Spelled());

    public static bool IsNumber(FormField field) => field switch
    {
        { Kind: FieldKind.Integer or FieldKind.Decimal or FieldKind.Duration } => true,
        { Compute: Computation.DaysOpen or Computation.DaysToFirstContact or Computation.Contacts } => true,
        _ => false,
    };

    private static IEnumerable<string>? Codes(FormField field, SiteDefinition site) => field switch
    {
        { Kind: FieldKind.YesNo } or { Compute: Computation.Vif } => ["yes", "no"],
        { Kind: FieldKind.Station } => site.Stations.Select(station => station.Id),
        { Compute: Computation.AgeGroup } => Nomenclature.AgeGroups.Select(group => group.Value),
        { Kind: FieldKind.OneOf or FieldKind.SeveralOf } or { Compute: Computation.Rules } =>
            field.Codes is { } list && site.Codes.TryGetValue(list, out var codes) ? codes.Select(code => code.Value) : [],
        _ => null,
    };
}
