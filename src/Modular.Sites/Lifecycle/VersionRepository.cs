using System.Text.Json;
using Modular.Sites.Reading;

namespace Modular.Sites.Lifecycle;

/// <summary>
/// The versions kept in the data folder, by content: what runs is a private copy, so that the plugin's folder can be overwritten at any time, the last good
/// version survives a restart, and going back is a change of pointer.
/// </summary>
internal sealed class VersionRepository(SitePaths paths)
{
    private const string Register = "versions.json";

    private readonly string _root = Path.Combine(paths.Data, "sites");

    /// <summary>Those of which something is kept.</summary>
    public IReadOnlyList<string> Sites() => [.. FoldersIn(_root).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> FoldersOf(string site) => FoldersIn(Path.Combine(_root, site));

    public string PathOf(string site, string hash) => Path.Combine(_root, site, hash);

    public bool Has(string site, string hash) => Directory.Exists(PathOf(site, hash));

    /// <summary>Complete or not there at all, whatever is interrupted.</summary>
    public string Keep(PluginFiles files, string site, string hash)
    {
        var place = PathOf(site, hash);
        if (Directory.Exists(place))
        {
            return place;
        }

        var unfinished = $"{place}.{Guid.NewGuid():N}";
        foreach (var (name, bytes) in files.Bytes)
        {
            var path = Path.Combine(unfinished, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }

        Directory.Move(unfinished, place);
        return place;
    }

    public PluginFiles Read(string site, string hash) => PluginFiles.Read(PathOf(site, hash), new Faults());

    public KeptVersions Read(string site)
    {
        try
        {
            return JsonSerializer.Deserialize<KeptVersions>(File.ReadAllBytes(Path.Combine(_root, site, Register))) ?? KeptVersions.None;
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException or JsonException)
        {
            return KeptVersions.None;
        }
    }

    public void Write(string site, KeptVersions kept)
    {
        var register = Path.Combine(_root, site, Register);
        Directory.CreateDirectory(Path.GetDirectoryName(register)!);
        File.WriteAllBytes($"{register}.new", JsonSerializer.SerializeToUtf8Bytes(kept));
        File.Move($"{register}.new", register, overwrite: true);
        Clear(site, kept);
    }

    private static string[] FoldersIn(string folder) => Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];

    private void Clear(string site, KeptVersions kept)
    {
        foreach (var copy in Directory.EnumerateDirectories(Path.Combine(_root, site)).Where(copy => !kept.Names(Path.GetFileName(copy))))
        {
            try
            {
                Directory.Delete(copy, recursive: true);
            }
            catch (Exception held) when (held is IOException or UnauthorizedAccessException)
            {
                // Somebody still reads it: the next change clears it.
            }
        }
    }
}

/// <summary>What a restart must not forget of a site.</summary>
/// <param name="Folder">Name of the plugin's folder: it keeps the site when another one claims it. Null when there is none.</param>
/// <param name="Active">Hash of the version in use.</param>
/// <param name="Since">Since when it is.</param>
/// <param name="Previous">Hash of the version before, kept for going back.</param>
/// <param name="SetAside">
/// Hash of the folder's version that somebody went back from, or that another host replaced: it stays away until the folder changes.
/// </param>
/// <param name="Faulted">Hash of the version whose rules threw too often: a restart does not bring it back.</param>
/// <param name="Number">What was told last of the site by the hosts of its database; null until this one took part.</param>
/// <param name="IsUntold">What is in use here, or is no more, is news to the other hosts.</param>
/// <param name="IsReceived">What is in use here came from another host.</param>
internal sealed record KeptVersions(
    string? Folder,
    string? Active,
    DateTimeOffset? Since,
    string? Previous,
    string? SetAside,
    string? Faulted,
    long? Number = null,
    bool IsUntold = false,
    bool IsReceived = false)
{
    public static readonly KeptVersions None = new(null, null, null, null, null, null);

    public bool Names(string hash) => hash == Active || hash == Previous || hash == SetAside || hash == Faulted;
}
