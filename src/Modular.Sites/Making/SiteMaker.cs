using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Modular.Sites.Making;

/// <summary>
/// Makes a site of data alone that passes its own check: every form, every code list, a presence and two reports, ten minutes of editing away from real.
/// </summary>
public static class SiteMaker
{
    private const string Resources = "template/";

    /// <summary>The folder of a site, by its name: <c>SaintOmer</c> for « Saint-Omer ».</summary>
    public static string FolderName(string name)
    {
        var plain = new string(
            [.. name.Normalize(NormalizationForm.FormD).Where(character => CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)]);
        var words = plain.Split([.. plain.Where(character => !char.IsAsciiLetterOrDigit(character)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }

    /// <summary>Writes the site beside the others, whole at once, so that a running host never sees half of it.</summary>
    /// <returns>The new folder.</returns>
    /// <exception cref="IOException">The folder exists already, or cannot be written.</exception>
    public static string Make(string id, string name, string into)
    {
        var folder = Path.Combine(into, FolderName(name) is { Length: > 0 } named ? named : id);
        if (Directory.Exists(folder))
        {
            throw new IOException($"The folder {folder} exists already.");
        }

        var unfinished = Path.Combine(into, $".{Guid.NewGuid():N}");
        foreach (var (file, text) in Template())
        {
            var path = Path.Combine(unfinished, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text.Replace("__ID__", id, StringComparison.Ordinal).Replace("__NAME__", InJson(name), StringComparison.Ordinal));
        }

        Directory.Move(unfinished, folder);
        return folder;
    }

    private static string InJson(string text) =>
        JsonSerializer.Serialize(text, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })[1..^1];

    private static IEnumerable<(string File, string Text)> Template()
    {
        var assembly = typeof(SiteMaker).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Resources, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (resource[Resources.Length..].Replace('\\', '/'), reader.ReadToEnd());
        }
    }
}
