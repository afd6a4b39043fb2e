using System.Security.Cryptography;
using Modular.Sites.Reading;

namespace Modular.Sites.Sharing;

/// <summary>Between the files of a version and what goes to other hosts of them.</summary>
internal static class SharedVersionFiles
{
    public static SharedVersion Of(PluginFiles files) => new(
        files.Hash(),
        files.Bytes.Where(file => !PluginFiles.IsCode(file.Key)).ToDictionary(),
        files.Bytes.Where(file => PluginFiles.IsCode(file.Key)).ToDictionary(file => file.Key, file => Print(file.Value)));

    /// <summary>Whether what came is what its name says, and nothing of it is code or leads out of a folder.</summary>
    public static bool IsSound(SharedVersion version) =>
        version.Data.Keys.All(name => !PluginFiles.IsCode(name) && IsInside(name)) && version.Code.Keys.All(IsInside)
        && PluginFiles.HashOf([
            .. version.Data.Select(file => KeyValuePair.Create(file.Key, SHA256.HashData(file.Value))),
            .. version.Code.Select(file => KeyValuePair.Create(file.Key, Convert.FromHexString(file.Value))),
        ]) == version.Hash;

    /// <summary>The whole version, its code taken from this host's own folders, byte for byte the same.</summary>
    /// <param name="folder">Where it is to be.</param>
    /// <param name="own">Folders of plugins and of versions kept here.</param>
    /// <param name="missing">The files of code that none of them has.</param>
    public static PluginFiles Complete(SharedVersion version, string folder, IReadOnlyCollection<string> own, out IReadOnlyList<string> missing)
    {
        var bytes = new SortedDictionary<string, byte[]>(version.Data.ToDictionary(), StringComparer.Ordinal);
        List<string> absent = [];
        foreach (var (name, print) in version.Code)
        {
            if (own.Select(place => ReadOrNull(Path.Combine(place, name))).FirstOrDefault(found => found is not null && Print(found) == print) is { } code)
            {
                bytes[name] = code;
            }
            else
            {
                absent.Add(name);
            }
        }

        missing = absent;
        return new PluginFiles(folder, bytes);
    }

    private static byte[]? ReadOrNull(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllBytes(path) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsInside(string name) =>
        !Path.IsPathRooted(name) && !name.Contains('\\', StringComparison.Ordinal) && name.Split('/').All(part => part is not ("" or "." or ".."));

    private static string Print(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
