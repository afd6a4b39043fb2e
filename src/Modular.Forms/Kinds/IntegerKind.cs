using System.Globalization;
using Modular.Contracts.Forms;

namespace Modular.Forms.Kinds;

/// <summary>A whole number.</summary>
internal sealed class IntegerKind : NumberKind
{
    public override FieldKind Name => FieldKind.Integer;

    public override bool IsCounted(FormField field) => true;

    public override ParsedAnswer Parse(string typed, FormField field) =>
        Number(
            Compact(typed), NumberStyles.None,
            field.Unit is { } unit ? $"Indiquez un nombre entier de {unit}, par exemple 20." : "Indiquez un nombre entier, par exemple 2.");

    internal override void Invent(InventedAnswers invented, FieldPlan planned, string path) => invented.Type(path, invented.Number(0, 4));
}
