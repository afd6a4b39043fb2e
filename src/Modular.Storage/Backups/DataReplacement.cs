using System.Globalization;

namespace Modular.Storage.Backups;

/// <summary>Moves the data aside and other data into its place: renames alone, undone when one of them fails.</summary>
internal static class DataReplacement
{
    /// <summary>Drafts go aside too: they count versions of the data that they were typed beside.</summary>
    private static readonly string[] Beside = ["journal.head", "drafts.db", "drafts-log.db", "drafts.new.db", "keys"];

    /// <returns>The folder that holds what was there.</returns>
    public static async Task<string> ApplyAsync(IDatabase database, string newData, DateTimeOffset at, CancellationToken cancellation)
    {
        var dataFolder = database.DataFolder;
        var aside = Path.Combine(dataFolder, string.Create(CultureInfo.InvariantCulture, $"before-restore-{at.UtcDateTime:yyyyMMdd-HHmmss}"));
        PrivateFile.CreateFolder(aside);
        Stack<(string From, string To)> moved = [];
        try
        {
            foreach (var name in database.CopyIn(newData).Files.Concat(Beside))
            {
                Move(Path.Combine(dataFolder, name), Path.Combine(aside, name));
            }

            foreach (var entry in Directory.EnumerateFileSystemEntries(newData).ToList())
            {
                Move(entry, Path.Combine(dataFolder, Path.GetFileName(entry)));
            }

            // Last, and wholly or not at all: the files go back when it fails.
            await database.ReplaceAsync(dataFolder, aside, cancellation);
        }
        catch
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
