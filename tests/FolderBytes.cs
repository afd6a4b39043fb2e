using System.Text;

namespace Modular.Tests;

/// <summary>Looks for words in every byte of a data folder. Link it from the test projects that need it.</summary>
internal static class FolderBytes
{
    /// <returns>The names of the files that tell one of the words, in UTF-8 or UTF-16, as it is written, in capitals or in small letters.</returns>
    public static IReadOnlyList<string> FilesThatTell(string folder, params string[] words)
    {
        byte[][] spelled = [.. words.SelectMany(word => (string[])[word, word.ToLowerInvariant(), word.ToUpperInvariant()]).Distinct()
            .SelectMany(word => (byte[][])[Encoding.UTF8.GetBytes(word), Encoding.Unicode.GetBytes(word)])];
        while (true)
        {
            try
            {
                return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
                    .Where(file => Array.Exists(spelled, BytesOf(file).Holds))
                    .Select(file => Path.GetFileName(file))];
            }
            catch (FileNotFoundException)
            {
                // A test beside this one closed the pools: a log went into its database, which has to be read again.
            }
        }
    }

    private static bool Holds(this byte[] bytes, byte[] word) => bytes.AsSpan().IndexOf(word) >= 0;

    private static byte[] BytesOf(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes;
    }
}
