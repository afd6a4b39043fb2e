using Modular.Contracts.Wording;

namespace Modular.Forms;

/// <summary>Numbers as French readers write them.</summary>
public static class French
{
    public static string Number(decimal number) => number.ToString("#,##0.##", FrenchTime.Culture);
}
