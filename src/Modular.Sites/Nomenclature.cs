using Modular.Contracts.Sites;
using Modular.Sites.Files;
using Modular.Sites.Reading;

namespace Modular.Sites;

/// <summary>The common core of codes (config/nomenclature.json): what sites are added up by.</summary>
public static class Nomenclature
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<Code>> Lists = ReadLists();

    /// <summary>The problems, by key and with the label used over all sites.</summary>
    public static IReadOnlyList<Code> Problems => Lists["problem"];

    public static IReadOnlyList<Code> AgeGroups => Lists["age_group"];

    internal static bool IsProblem(string key) => Problems.Any(problem => problem.Value == key);

    private static IReadOnlyDictionary<string, IReadOnlyList<Code>> ReadLists()
    {
        using var stream = typeof(Nomenclature).Assembly.GetManifestResourceStream("nomenclature.json")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var faults = new Faults();
        return JsonTree.Read("nomenclature.json", bytes.ToArray(), faults) is { } root
            && SiteShape.CodeLists.TryRead(root, new ReadingContext("nomenclature.json", faults, new SourceMap(), []), out var lists)
                ? lists
                : throw new InvalidOperationException(string.Join(' ', faults.Sorted));
    }
}
