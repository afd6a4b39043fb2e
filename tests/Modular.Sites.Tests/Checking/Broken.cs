namespace Modular.Sites.Tests.Checking;

/// <summary>The site that is right, with one thing broken.</summary>
internal static class Broken
{
    /// <summary>Stands in a broken text where its fault is expected, and is taken away before the text is written.</summary>
    public const char Here = '▸';

    /// <param name="with">What is put in the place of <paramref name="old"/>, with <see cref="Here"/> in it.</param>
    /// <param name="sentence">The sentence of the only fault, which stands at <see cref="Here"/>.</param>
    public static void Expect(string file, string old, string with, string sentence)
    {
        using var plugin = new TempPlugin().Replace(file, old, with);
        var text = plugin.Read(file);
        var before = text[..text.IndexOf(Here, StringComparison.Ordinal)];
        plugin.Write(file, text.Remove(before.Length, 1));

        var (line, column) = (before.Count(character => character == '\n') + 1, before.Length - before.LastIndexOf('\n'));
        Assert.AreEqual($"{file}:{line}:{column}: {sentence}", string.Join('\n', plugin.Faults()));
    }

    public static void ExpectRight(string file, string old, string with)
    {
        using var plugin = new TempPlugin().Replace(file, old, with);
        Assert.AreEqual("", string.Join('\n', plugin.Faults()));
    }
}
