using Modular.Contracts.Forms;
using Modular.Forms.Html;

namespace Modular.Forms.Kinds;

/// <summary>Free text of several lines.</summary>
internal sealed class LongTextKind : TextKind
{
    public override FieldKind Name => FieldKind.LongText;

    protected override int MaxLength => 10_000;

    internal override void Write(FieldHtml html) =>
        html.Labelled(() => html.Raw("<textarea rows=\"4\"").Control().Raw(">\n").Typed().Raw("</textarea>\n"));
}
