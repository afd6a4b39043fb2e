using System.Globalization;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;

namespace Modular.Forms.Kinds;

/// <summary>A number, whole or not.</summary>
internal sealed class DecimalKind : NumberKind
{
    public override FieldKind Name => FieldKind.Decimal;

    protected override string InputHints => " inputmode=\"decimal\"" + Short;

    protected override decimal Step => 0.001m;

    public override Parsed Parse(string typed, FormField field)
    {
        var digits = Compact(typed).Replace(',', '.');
        return digits.Length == 0 ? Parsed.Nothing
            : decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1_000_000_000
                ? new Answer.Number(number)
                : Parsed.Refused("Indiquez un nombre, par exemple 2,5.");
    }
}
