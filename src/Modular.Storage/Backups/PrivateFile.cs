using System.Runtime.InteropServices;

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

        if (!overwrite && !OperatingSystem.IsWindows() && Linked(made, path) is { } isNew)
        {
            File.Delete(made);
            return isNew;
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

    /// <summary>A move looks first and renames afterwards: two who come at once would both find nothing, and the later take the place of the other.</summary>
    /// <returns>Whether there was none; null where the file system has no links.</returns>
    private static bool? Linked(string made, string path)
    {
        const int alreadyThere = 17;
        return Link(made, path) == 0 ? true : Marshal.GetLastPInvokeError() == alreadyThere ? false : null;
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);
}
