using Modular.Contracts.Forms;
using Modular.Contracts.Sites;
using Modular.Contracts.Wording;

namespace Modular.Forms.Kinds;

/// <summary>Yes or no.</summary>
internal sealed class YesNoKind : ChoiceKind
{
    internal static readonly IReadOnlyList<Code> YesNo = [.. Words.In("yes_no").Select(word => new Code(word.Key, FrenchLetters.Capital(word.Value)))];

    public override FieldKind Name => FieldKind.YesNo;

    public override IReadOnlyList<Code> Options(SiteCodes codes, FormField field) => YesNo;

    internal override void Invent(InventedAnswers invented, FieldPlan planned, string path) => invented.Type(path, invented.Yes(planned.Field) ? "yes" : "no");
}
