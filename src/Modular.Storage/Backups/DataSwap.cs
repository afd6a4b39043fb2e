using System.Globalization;

namespace Modular.Storage.Backups;

/// <summary>Moves the data aside and other data into its place: renames alone, undone when one of them fails.</summary>
internal static class DataSwap
{
    /// <summary>
    /// What the databases are, and what stands beside them. Drafts are in no backup, and go aside with the data
    /// that they were typed beside: their versions count changes that the restored data may count otherwise.
    /// </summary>
    private static readonly string[] Data =
    [
        "modular.db", "modular.db-wal", "modular.db-shm",
        "journal.db", "journal.db-wal", "journal.db-shm", "journal.head",
        "drafts.db", "drafts-log.db",
        "keys",
    ];

    /// <returns>The folder that holds what was there.</returns>
    public static string Apply(string dataFolder, string newData, DateTimeOffset at)
    {
        var aside = Path.Combine(dataFolder, string.Create(CultureInfo.InvariantCulture, $"before-restore-{at.UtcDateTime:yyyyMMdd-HHmmss}"));
        OwnersFile.CreateFolder(aside);
        Stack<(string From, string To)> moved = [];
        try
        {
            foreach (var name in Data)
            {
                Move(Path.Combine(dataFolder, name), Path.Combine(aside, name));
            }

            foreach (var entry in Directory.EnumerateFileSystemEntries(newData).ToList())
            {
                Move(entry, Path.Combine(dataFolder, Path.GetFileName(entry)));
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            while (moved.TryPop(out var move))
            {
                Directory.Move(move.To, move.From);
            }

            throw;
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(dataFolder, "keys"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return aside;

        void Move(string from, string to)
        {
            if (Path.Exists(from))
            {
                Directory.Move(from, to);
                moved.Push((from, to));
            }
        }
    }
}
