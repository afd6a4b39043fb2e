namespace Modular.Storage.Backups;

/// <summary>A folder beside the data, for its owner alone: what is unpacked there holds keys, and moves into place without crossing a disk.</summary>
internal sealed class WorkFolder : IDisposable
{
    public WorkFolder(string dataFolder)
    {
        Path = System.IO.Path.Combine(dataFolder, $".backup-{Guid.NewGuid():N}");
        OwnersFile.CreateFolder(Path);
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

internal static class OwnersFile
{
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
