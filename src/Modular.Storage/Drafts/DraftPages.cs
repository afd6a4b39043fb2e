using System.Buffers.Binary;
using LiteDB;
using Microsoft.Win32.SafeHandles;

namespace Modular.Storage.Drafts;

/// <summary>
/// Drafts read from the pages of the engine's file one by one, without its indexes: a page that is broken takes with it what is on it. The engine itself gives
/// nothing back of a file in which it cannot follow one index.
/// </summary>
internal static class DraftPages
{
    private const int PageBytes = DraftTransactionLog.PageBytes;

    private const int Kind = 4;
    private const byte DataKind = 4;
    private const int HighestSlot = 30;
    private const byte NoSlot = byte.MaxValue;
    private const int HeadBytes = 32;
    private const int SlotBytes = 4;

    private const int NextPage = 1;
    private const int NextSlot = 5;
    private const int BlockHeadBytes = 6;

    /// <returns>Each document that is whole; what was removed from the file is in no slot any more.</returns>
    public static IEnumerable<BsonDocument> Read(SafeFileHandle file)
    {
        var pages = RandomAccess.GetLength(file) / PageBytes;
        for (uint number = 0; number < pages; number++)
        {
            if (Page(file, number) is not { } page || page[HighestSlot] == NoSlot)
            {
                continue;
            }

            for (var slot = 0; slot <= page[HighestSlot]; slot++)
            {
                if (Block(page, slot) is { Length: > BlockHeadBytes } block && block[0] == 0 && Document(file, block, pages) is { } document)
                {
                    yield return document;
                }
            }
        }
    }

    /// <returns>Null when it is no page of documents.</returns>
    private static byte[]? Page(SafeFileHandle file, uint number)
    {
        var page = new byte[PageBytes];
        return RandomAccess.Read(file, page, (long)number * PageBytes) == PageBytes
            && BinaryPrimitives.ReadUInt32LittleEndian(page) == number
            && page[Kind] == DataKind
            ? page
            : null;
    }

    /// <returns>Null when the slot is free, or leads out of the page.</returns>
    private static byte[]? Block(byte[] page, int slot)
    {
        var at = PageBytes - (slot + 1) * SlotBytes;
        int length = BinaryPrimitives.ReadUInt16LittleEndian(page.AsSpan(at));
        int start = BinaryPrimitives.ReadUInt16LittleEndian(page.AsSpan(at + 2));
        return start >= HeadBytes && start + length <= at ? page[start..(start + length)] : null;
    }

    /// <summary>A document that is longer than a page goes on in blocks of others.</summary>
    private static BsonDocument? Document(SafeFileHandle file, byte[]? block, long pages)
    {
        using var bytes = new MemoryStream();
        for (long blocks = 0; block is { Length: > BlockHeadBytes } && blocks <= pages; blocks++)
        {
            bytes.Write(block, BlockHeadBytes, block.Length - BlockHeadBytes);
            var (next, slot) = (BinaryPrimitives.ReadUInt32LittleEndian(block.AsSpan(NextPage)), block[NextSlot]);
            block = next < pages && Page(file, next) is { } page ? Block(page, slot) : null;
        }

        try
        {
            var document = BsonSerializer.Deserialize(bytes.ToArray());
            _ = DraftDocument.Read(document);
            return document;
        }
        catch (Exception)
        {
            // Whatever a broken length makes of it, more memory than there is among it: it is not whole.
            return null;
        }
    }
}
