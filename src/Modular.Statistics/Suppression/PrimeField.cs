namespace Modular.Statistics.Suppression;

/// <summary>Arithmetic modulo the prime 2³¹ − 1.</summary>
internal static class PrimeField
{
    public const ulong Value = int.MaxValue;

    public static ulong Add(ulong one, ulong other) => one + other is var sum && sum >= Value ? sum - Value : sum;

    public static ulong Subtract(ulong one, ulong other) => one >= other ? one - other : one + Value - other;

    public static ulong Multiply(ulong one, ulong other) => one * other % Value;

    public static ulong Inverse(ulong number)
    {
        ulong inverse = 1;
        for (var power = Value - 2; power > 0; power >>= 1)
        {
            if ((power & 1) == 1)
            {
                inverse = Multiply(inverse, number);
            }

            number = Multiply(number, number);
        }

        return inverse;
    }

    /// <summary>The number nearest to zero that stands for this one.</summary>
    public static long Signed(ulong number) => number > Value / 2 ? (long)number - (long)Value : (long)number;
}
