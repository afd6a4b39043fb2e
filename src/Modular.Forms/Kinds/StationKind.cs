using Modular.Contracts.Forms;
using Modular.Contracts.Sites;

namespace Modular.Forms.Kinds;

/// <summary>One of the site's stations.</summary>
internal sealed class StationKind : ChoiceKind
{
    public override FieldKind Name => FieldKind.Station;

    public override IReadOnlyList<Code> Options(SiteCodes codes, FormField field) =>
        [.. codes.Site.Stations.Select(station => new Code(station.Id, station.Name))];

    internal override void Invent(InventedAnswers invented, FieldPlan planned, string path) => invented.Type(path, invented.Code(planned));
}
