using System.Globalization;

namespace Modular.Storage.Backups;

/// <summary>The nightly backups, in the data folder's <c>backups</c>: the last fourteen. A copy elsewhere is the administrator's to make.</summary>
public sealed class BackupFolder(BackupArchive archive, IDatabase database, TimeProvider time)
{
    public const int Kept = 14;

    private const string Pattern = "modular-????????-??????.zip";

    public string Folder => Path.Combine(database.DataFolder, "backups");

    /// <summary>Makes one, reads it back, and lets the oldest go. Returns its file.</summary>
    public async Task<string> AddAsync(CancellationToken cancellation = default)
    {
        var file = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"modular-{time.GetUtcNow().UtcDateTime:yyyyMMdd-HHmmss}.zip"));
        await archive.CreateAsync(file, cancellation);
        if (await archive.VerifyAsync(file, cancellation) is { Count: > 0 } faults)
        {
            throw new BackupRefusedException(faults);
        }

        foreach (var old in Files().Skip(Kept))
        {
            old.Delete();
        }

        return file;
    }

    public IReadOnlyList<FileInfo> Files() => Directory.Exists(Folder)
        ? [.. new DirectoryInfo(Folder).EnumerateFiles(Pattern).OrderByDescending(file => file.Name, StringComparer.Ordinal)]
        : [];
}
