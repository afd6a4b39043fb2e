using System.Text;
using Modular.Storage.Backups;

namespace Modular.Storage;

/// <summary>By what name a host owns what it has begun: one that is in its folder, so that it knows its own again after a restart.</summary>
internal static class HostOwner
{
    public static string Of(IDatabase database)
    {
        PrivateFile.CreateFolder(database.DataFolder);
        var file = Path.Combine(database.DataFolder, "host.id");
        if (!File.Exists(file))
        {
            // Another process of this host may be first.
            PrivateFile.Add(file, Encoding.ASCII.GetBytes(Guid.NewGuid().ToString("N")));
        }

        return $"{File.ReadAllText(file)}:{database.DataFolder}";
    }
}
