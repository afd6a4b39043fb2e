using System.Globalization;
using System.Text;
using Modular.Access.Journal;

namespace Modular.Storage.Journal;

/// <summary>The last number and hash, kept apart: nothing else tells of rows cut off at the end. It may lag after a crash, never run ahead.</summary>
internal sealed class JournalHeadFile(string path)
{
    private const int Length = 19 + 1 + 64 + 1;

    public static JournalHeadFile Of(IDatabase database) => new(Path.Combine(database.DataFolder, "journal.head"));

    public bool Exists => File.Exists(path);

    /// <summary>Moves forward only: another process may have written a later one.</summary>
    public async Task AdvanceAsync(JournalHead head)
    {
        await using var file = await LockedAsync();
        if (Read(file) is { } known && known.Number >= head.Number)
        {
            return;
        }

        file.Position = 0;
        await file.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{head.Number:D19} {head.Hash}\n")));
    }

    public async Task<JournalHead?> ReadAsync()
    {
        await using var file = await LockedAsync();
        return Read(file);
    }

    private static JournalHead? Read(FileStream file)
    {
        Span<byte> bytes = stackalloc byte[Length];
        file.Position = 0;
        return file.ReadAtLeast(bytes, Length, throwOnEndOfStream: false) == Length
            && long.TryParse(Encoding.ASCII.GetString(bytes[..19]), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new JournalHead(number, Encoding.ASCII.GetString(bytes[20..84]))
            : null;
    }

    /// <summary>Another process holds it for microseconds.</summary>
    private async Task<FileStream> LockedAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 200)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5));
            }
        }
    }
}
