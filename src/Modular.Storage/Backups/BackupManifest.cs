using System.Security.Cryptography;
using System.Text.Json;

namespace Modular.Storage.Backups;

/// <summary>What a backup holds: the table of contents that its verification goes by.</summary>
internal sealed record BackupManifest(int Format, DateTimeOffset CreatedAt, IReadOnlyList<BackupManifest.Entry> Files)
{
    public const string Name = "manifest.json";
    public const int Known = 1;

    private static readonly JsonSerializerOptions Spelling = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static BackupManifest Of(string folder, DateTimeOffset at) => new(
        Known,
        at,
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => new Entry(Path.GetRelativePath(folder, file).Replace('\\', '/'), new FileInfo(file).Length, Digest(file)))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)]);

    public static BackupManifest? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(json, Spelling);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Write() => JsonSerializer.Serialize(this, Spelling);

    /// <summary>What of a folder is not as the table of contents says.</summary>
    public IEnumerable<string> Faults(string folder)
    {
        if (Format != Known)
        {
            yield return $"it was made by another version (format {Format}).";
            yield break;
        }

        foreach (var entry in Files)
        {
            var path = Path.Combine(folder, entry.Name);
            if (!File.Exists(path))
            {
                yield return $"{entry.Name} is missing.";
            }
            else if (Digest(path) != entry.Sha256)
            {
                yield return $"{entry.Name} was altered: its SHA-256 is not the one written down.";
            }
        }

        foreach (var file in Of(folder, CreatedAt).Files.Select(file => file.Name).Except(Files.Select(entry => entry.Name)).Where(name => name != Name))
        {
            yield return $"{file} does not belong to it.";
        }
    }

    private static string Digest(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    internal sealed record Entry(string Name, long Bytes, string Sha256);
}
