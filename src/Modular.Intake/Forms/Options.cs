using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Sites;

namespace Modular.Intake.Forms;

/// <summary>What can be chosen at a field: yes or no, the codes of a list, or the site's stations.</summary>
internal static class Options
{
    private static readonly Code[] YesNo = [new("yes", "Oui"), new("no", "Non")];

    public static IReadOnlyList<Code> Of(SiteDefinition site, FormField field) => field.Kind switch
    {
        FieldKind.YesNo => YesNo,
        FieldKind.Station => [.. site.Stations.Select(station => new Code(station.Id, station.Name))],
        FieldKind.Computed when field.Compute == Computation.AgeGroup => site.Codes.GetValueOrDefault("age_group") ?? [],
        FieldKind.Computed when field.Compute == Computation.Vif => YesNo,
        _ => field.Codes is { } list ? site.Codes.GetValueOrDefault(list) ?? [] : [],
    };

    public static string Label(NotGiven why) => why.Label();
}
