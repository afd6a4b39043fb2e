using Modular.Contracts.Forms;
using Modular.Contracts.Sites;

namespace Modular.Forms.Kinds;

/// <summary>One code of a list.</summary>
internal sealed class OneOfKind : ChoiceKind
{
    public override FieldKind Name => FieldKind.OneOf;

    public override IReadOnlyList<string> Keys(FormField field) => ["codes", "needed", "alsoAnswers"];

    public override IReadOnlyList<Code> Options(SiteCodes codes, FormField field) => codes.Of(field.Codes);

    internal override void Invent(InventedAnswers invented, FieldPlan planned, string path) => invented.Type(path, invented.Code(planned));
}
