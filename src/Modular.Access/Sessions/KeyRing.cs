namespace Modular.Access.Sessions;

/// <summary>
/// The folder of the Data Protection keys. Names and free text are encrypted with them: whoever has them and the database reads everything, and without
/// them nobody reads anything. Only the host's own user may open it.
/// </summary>
public static class KeyRing
{
    public const string Application = "Modular";

    public static DirectoryInfo Open(string dataFolder)
    {
        var path = Path.Combine(dataFolder, "keys");
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(path);
        }

        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var folder = Directory.CreateDirectory(path, OwnerOnly);
        File.SetUnixFileMode(path, OwnerOnly);
        return folder;
    }
}
