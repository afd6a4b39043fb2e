namespace Modular.Storage.Drafts;

/// <summary>The engine's log as pages: it reads whatever is there, and takes the rubbish in it for newer pages of the file.</summary>
internal static class DraftTransactionLog
{
    public const int PageBytes = 8192;

    private const int Kind = 4;
    private const int LastKind = 4;
    private const int IsConfirmed = 18;

    /// <summary>Whether each of its pages can be one. What a kill left of a page that was being written is cut off: nobody was told that it is kept.</summary>
    public static bool IsWhole(string path)
    {
        if (!File.Exists(path))
        {
            return true;
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        stream.SetLength(stream.Length / PageBytes * PageBytes);
        var page = new byte[PageBytes];
        while (stream.Position < stream.Length)
        {
            stream.ReadExactly(page);
            if (page[Kind] > LastKind || page[IsConfirmed] > 1)
            {
                return false;
            }
        }

        return true;
    }
}
