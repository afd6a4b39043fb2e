namespace Modular.Storage.Backups;

/// <summary>One host a data folder, and no restore under a running one. The system lets go of it when the process dies, however it dies.</summary>
public sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    /// <summary>Null when another process holds the folder.</summary>
    public static DataFolderLock? TryTake(string dataFolder)
    {
        PrivateFile.CreateFolder(dataFolder);
        var path = Path.Combine(dataFolder, "host.lock");
        try
        {
            return new DataFolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>The file stays: deleting it would let two processes lock two files of one name.</summary>
    public void Dispose() => _file.Dispose();
}
