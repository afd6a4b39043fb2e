using System.Text.Json;
using Modular.Sites.Reading;

namespace Modular.Sites.Lifecycle;

/// <summary>
/// The versions kept in the data folder, by content: what runs is a private copy, so that the plugin's folder can be overwritten at any time, the last good
/// version survives a restart, and going back is a change of pointer.
/// </summary>
internal sealed class VersionRepository(string dataFolder)
{
    private const string Register = "versions.json";

    private readonly string _root = Path.Combine(dataFolder, "sites");

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
/// <param name="Folder">Name of the plugin's folder: it keeps the site when another one claims it.</param>
/// <param name="Active">Hash of the version in use.</param>
/// <param name="Since">Since when it is.</param>
/// <param name="Previous">Hash of the version before, kept for going back.</param>
/// <param name="SetAside">Hash of the version that somebody went back from: it stays away until the folder changes.</param>
/// <param name="Faulted">Hash of the version whose rules threw too often: a restart does not bring it back.</param>
internal sealed record KeptVersions(string? Folder, string? Active, DateTimeOffset? Since, string? Previous, string? SetAside, string? Faulted)
{
    public static readonly KeptVersions None = new(null, null, null, null, null, null);

    public bool Names(string hash) => hash == Active || hash == Previous || hash == SetAside || hash == Faulted;
}
