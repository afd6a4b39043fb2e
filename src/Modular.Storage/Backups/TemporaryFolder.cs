namespace Modular.Storage.Backups;

/// <summary>A folder beside the data, for its owner alone: what is unpacked there holds keys, and moves into place without crossing a disk.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder(string dataFolder)
    {
        Path = System.IO.Path.Combine(dataFolder, $".backup-{Guid.NewGuid():N}");
        PrivateFile.CreateFolder(Path);
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
