using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Modular.Access.Journal;

public sealed record JournalLine(
    long Number, DateTimeOffset At, Guid Account, string Login, string Act, string? Site, string? Subject, string? Detail, string Hash);

/// <summary>Each row's hash is that of the hash before it and of its own fields: whatever byte changes, or row is missing, the chain breaks.</summary>
public static class JournalChain
{
    public static readonly string Origin = new('0', 64);

    /// <summary>What a line says, before it has its number and its hash.</summary>
    public static JournalLine Line(DateTimeOffset at, JournalEntry entry) =>
        new(0, at.ToUniversalTime(), entry.Account, entry.Login, entry.Act.Spelled(), entry.Site, entry.Subject, entry.Detail, "");

    public static JournalLine Next(JournalHead head, JournalLine line)
    {
        var row = line with { Number = head.Number + 1 };
        return row with { Hash = Hash(head.Hash, row) };
    }

    public static string Hash(string previousHash, JournalLine row)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(previousHash);
        AppendNumber(row.Number);
        AppendNumber(row.At.UtcTicks);
        Append(row.Account.ToString());
        Append(row.Login);
        Append(row.Act);
        Append(row.Site);
        Append(row.Subject);
        Append(row.Detail);
        return Convert.ToHexStringLower(sha.GetHashAndReset());

        void Append(string? text)
        {
            // An absent field is not an empty one.
            AppendNumber(text is null ? -1 : Encoding.UTF8.GetByteCount(text));
            sha.AppendData(Encoding.UTF8.GetBytes(text ?? ""));
        }

        void AppendNumber(long value)
        {
            Span<byte> bytes = stackalloc byte[8];
            BinaryPrimitives.WriteInt64BigEndian(bytes, value);
            sha.AppendData(bytes);
        }
    }
}
