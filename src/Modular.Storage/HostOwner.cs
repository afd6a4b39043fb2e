namespace Modular.Storage;

/// <summary>By what name a host owns what it has begun: that of its machine and its folder, so that it knows its own again after a restart.</summary>
internal static class HostOwner
{
    public static string Of(IDatabase database) => $"{Environment.MachineName}:{database.DataFolder}";
}
