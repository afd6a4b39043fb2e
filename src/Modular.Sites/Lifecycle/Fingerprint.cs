using System.Globalization;
using System.Text;
using Modular.Sites.Reading;

namespace Modular.Sites.Lifecycle;

/// <summary>Names, sizes and dates of a version's files: cheap to take every second, and the same as long as nobody writes.</summary>
internal static class Fingerprint
{
    public static string Of(string folder)
    {
        var print = new StringBuilder();
        foreach (var path in PluginFiles.List(folder).Order(StringComparer.Ordinal))
        {
            var file = new FileInfo(path);
            print.Append(CultureInfo.InvariantCulture, $"{path}|{(file.Exists ? file.Length : -1)}|{file.LastWriteTimeUtc.Ticks}\n");
        }

        return print.ToString();
    }
}
