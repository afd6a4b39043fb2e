using System.Security.Cryptography;
using System.Text;

namespace Modular.Sites.Reading;

/// <summary>The files that make a version of a site, read once: what is checked is what is then hashed, copied and used.</summary>
/// <param name="Folder">Where they are.</param>
/// <param name="Bytes">By path relative to the folder, with forward slashes.</param>
internal sealed record PluginFiles(string Folder, IReadOnlyDictionary<string, byte[]> Bytes)
{
    private static readonly EnumerationOptions Visible =
        new() { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System, MatchCasing = MatchCasing.CaseSensitive };
    private static readonly EnumerationOptions VisibleBelow =
        new() { AttributesToSkip = Visible.AttributesToSkip, MatchCasing = MatchCasing.CaseSensitive, RecurseSubdirectories = true, MaxRecursionDepth = 8 };

    public static PluginFiles Read(string folder, Faults faults)
    {
        var bytes = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in List(folder))
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            try
            {
                bytes[name] = File.ReadAllBytes(file);
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                faults.Add(name, Position.WholeFile, $"The file cannot be read.");
            }
        }

        return new PluginFiles(folder, bytes);
    }

    /// <summary>Data, templates and assemblies; sources and what a build leaves behind make no version.</summary>
    public static IEnumerable<string> List(string folder) =>
    [
        .. Named(folder, "site.json"),
        .. Named(folder, "presence.json"),
        .. In(folder, "forms", "*.json", Visible),
        .. In(folder, "reports", "*.json", Visible),
        .. In(folder, "reports", "*.html", Visible),
        .. In(folder, "", "*.dll", Visible),
        .. In(folder, "", "*.deps.json", Visible),
        .. In(folder, "bin", "*.dll", VisibleBelow),
        .. In(folder, "bin", "*.deps.json", VisibleBelow),
        .. In(folder, "bin", "*.so", VisibleBelow),
        .. In(folder, "bin", "*.dylib", VisibleBelow),
    ];

    public IEnumerable<KeyValuePair<string, byte[]>> Under(string start, string ending) =>
        Bytes.Where(file => file.Key.StartsWith(start, StringComparison.Ordinal) && file.Key.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>What runs, and what belongs to it; all else is data.</summary>
    public static bool IsCode(string name) => name.EndsWith(".deps.json", StringComparison.Ordinal) || Path.GetExtension(name) is ".dll" or ".so" or ".dylib";

    /// <summary>The same for the same files, wherever they are.</summary>
    public string Hash() => HashOf(Bytes.Select(file => KeyValuePair.Create(file.Key, SHA256.HashData(file.Value))));

    /// <param name="files">SHA-256 of each, by path.</param>
    public static string HashOf(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData([0]);
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }

    private static IEnumerable<string> Named(string folder, string name) => File.Exists(Path.Combine(folder, name)) ? [Path.Combine(folder, name)] : [];

    private static IEnumerable<string> In(string folder, string below, string pattern, EnumerationOptions options)
    {
        var path = Path.Combine(folder, below);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, pattern, options) : [];
    }
}
