using System.Text;
using Modular.Storage.Backups;

namespace Modular.Storage;

/// <summary>By what name a host owns what it has begun: one that is in its folder, so that it knows its own again after a restart.</summary>
public static class HostOwner
{
    internal static string Of(IDatabase database) => $"{IdOf(database.DataFolder)}:{database.DataFolder}";

    /// <summary>A number that nobody chose, and that says nothing of the machine.</summary>
    public static string IdOf(string dataFolder)
    {
        PrivateFile.CreateFolder(dataFolder);
        var file = Path.Combine(dataFolder, "host.id");
        if (!File.Exists(file))
        {
            // Another process of this host may be first.
            PrivateFile.Add(file, Encoding.ASCII.GetBytes(Guid.NewGuid().ToString("N")));
        }

        return File.ReadAllText(file);
    }
}
