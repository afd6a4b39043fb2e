namespace Modular.Sites.Wording;

/// <summary><c>French.txt</c>: an English template and, on the line below it, the French one.</summary>
internal static class FrenchText
{
    public static IReadOnlyDictionary<string, string> Templates { get; } = Read();

    private static Dictionary<string, string> Read()
    {
        using var text = new StreamReader(typeof(FrenchText).Assembly.GetManifestResourceStream("French.txt")!);
        return text.ReadToEnd().ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0 && line[0] != '#').Chunk(2)
            .ToDictionary(pair => pair[0], pair => pair[1]);
    }
}
