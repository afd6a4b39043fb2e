using System.Buffers;

namespace Modular.Statistics.Facts;

/// <summary>How a fact's answers are written: identifiers of the dictionary, and for a measure its value, as variable-length integers.</summary>
public static class FactCoding
{
    public static byte[] Codes(IEnumerable<int> identifiers)
    {
        var writer = new ArrayBufferWriter<byte>(32);
        foreach (var identifier in identifiers)
        {
            Write(writer, (uint)identifier);
        }

        return writer.WrittenSpan.ToArray();
    }

    public static byte[] Measures(IEnumerable<(int Identifier, int Value)> measures)
    {
        var writer = new ArrayBufferWriter<byte>(16);
        foreach (var (identifier, value) in measures)
        {
            Write(writer, (uint)identifier);
            Write(writer, (uint)((value << 1) ^ (value >> 31)));
        }

        return writer.WrittenSpan.ToArray();
    }

    internal static uint Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        uint value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    internal static int ReadSigned(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = Read(bytes, ref at);
        return (int)(value >> 1) ^ -(int)(value & 1);
    }

    private static void Write(ArrayBufferWriter<byte> writer, uint value)
    {
        var span = writer.GetSpan(5);
        var length = 0;
        for (; value >= 0x80; value >>= 7)
        {
            span[length++] = (byte)(value | 0x80);
        }

        span[length++] = (byte)value;
        writer.Advance(length);
    }
}
