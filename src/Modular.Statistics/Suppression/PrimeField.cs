using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Modular.Statistics.Suppression;

/// <summary>Arithmetic modulo the prime 2³¹ − 1.</summary>
internal static class PrimeField
{
    public const ulong Value = int.MaxValue;

    public static ulong Add(ulong one, ulong other) => one + other is var sum && sum >= Value ? sum - Value : sum;

    public static ulong Subtract(ulong one, ulong other) => one >= other ? one - other : one + Value - other;

    public static ulong Multiply(ulong one, ulong other) => one * other % Value;

    public static void Multiply(Span<ulong> numbers, ulong factor)
    {
        foreach (ref var number in numbers)
        {
            number = Multiply(number, factor);
        }
    }

    /// <summary>Adds as many times the others as the factor says: most of the work of an elimination, and quick from the first time on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(Span<ulong> numbers, ReadOnlySpan<ulong> others, ulong factor)
    {
        var vectors = MemoryMarshal.Cast<ulong, Vector512<ulong>>(numbers);
        var added = MemoryMarshal.Cast<ulong, Vector512<ulong>>(others);
        var (factors, prime) = (Vector512.Create(factor), Vector512.Create(Value));
        for (var index = 0; index < vectors.Length; index++)
        {
            // 2³¹ is 1: what lies above the lowest 31 bits is added to them.
            var sum = vectors[index] + (added[index] * factors);
            sum = (sum & prime) + (sum >> 31);
            sum = (sum & prime) + (sum >> 31);
            vectors[index] = Vector512.Min(sum, sum - prime);
        }

        for (var index = vectors.Length * Vector512<ulong>.Count; index < numbers.Length; index++)
        {
            numbers[index] = Add(numbers[index], Multiply(others[index], factor));
        }
    }

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
