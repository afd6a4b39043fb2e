using Modular.Contracts.Forms;
using Modular.Contracts.Sites;

namespace Modular.Forms.Kinds;

/// <summary>Yes or no.</summary>
internal sealed class YesNoKind : ChoiceKind
{
    internal static readonly IReadOnlyList<Code> YesNo = [new("yes", "Oui"), new("no", "Non")];

    public override FieldKind Name => FieldKind.YesNo;

    public override IReadOnlyList<Code> Options(SiteCodes codes, FormField field) => YesNo;

    internal override void Invent(Invention invention, Place place, string path) => invention.Type(path, invention.Yes(place.Field) ? "yes" : "no");
}
