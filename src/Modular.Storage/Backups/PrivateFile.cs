namespace Modular.Storage.Backups;

/// <summary>Files and folders that only their owner can open.</summary>
public static class PrivateFile
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

    /// <summary>Whole or not at all, whenever it is cut off: written beside, and moved into place once the disk has it.</summary>
    /// <returns>False when there is one already, which stays.</returns>
    public static bool Add(string path, ReadOnlySpan<byte> bytes, bool overwrite = false)
    {
        var made = $"{path}.{Guid.NewGuid():N}.new";
        using (var file = Create(made))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(made, path, overwrite);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(made);
            return false;
        }
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
