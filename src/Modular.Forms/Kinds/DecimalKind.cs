using System.Globalization;
using Modular.Contracts.Forms;

namespace Modular.Forms.Kinds;

/// <summary>A number, whole or not.</summary>
internal sealed class DecimalKind : NumberKind
{
    public override FieldKind Name => FieldKind.Decimal;

    protected override string InputHints => " inputmode=\"decimal\"" + Short;

    protected override decimal Step => 0.001m;

    public override ParsedAnswer Parse(string typed, FormField field) =>
        Number(Compact(typed).Replace(',', '.'), NumberStyles.AllowDecimalPoint, "Indiquez un nombre, par exemple 2,5.");
}
