using Modular.Contracts.Forms;
using Modular.Forms.Html;

namespace Modular.Forms.Kinds;

/// <summary>A line of text without answer.</summary>
internal sealed class InformationKind : Kind
{
    public override FieldKind Name => FieldKind.Information;

    public override IReadOnlyList<string> Keys(FormField field) => [];

    public override AnswerType Gives(FormField field) => AnswerType.Nothing;

    public override IEnumerable<Column> Columns(FieldPlan planned) => [];

    internal override ParsedAnswer Read(AskedField asked) => ParsedAnswer.Nothing;

    internal override void Write(FieldHtml html) => html.Told("information");
}
