namespace Modular.Storage.Backups;

/// <summary>A folder beside the data, for its owner alone: what is unpacked there holds keys, and moves into place without crossing a disk.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>Of one that was cut off: no backup takes so long.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    public TemporaryFolder(string dataFolder, DateTimeOffset now)
    {
        PrivateFile.CreateFolder(dataFolder);
        foreach (var left in new DirectoryInfo(dataFolder).EnumerateDirectories(".backup-*").Where(left => now - left.LastWriteTimeUtc > Abandoned))
        {
            left.Delete(recursive: true);
        }

        Path = System.IO.Path.Combine(dataFolder, $".backup-{Guid.NewGuid():N}");
        PrivateFile.CreateFolder(Path);
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
