using Modular.Contracts.Sites;
using Modular.Sites.Files;

namespace Modular.Sites;

/// <summary>The common core of codes: what sites are added up by. Read once, from <c>config/nomenclature.json</c>.</summary>
public static class Nomenclature
{
    private static readonly Lazy<NomenclatureFile> File = new(
        () => NomenclatureFile.Read(Path.Combine(InstallationFolder.Path, "config", "nomenclature.json")));

    /// <summary>What is wrong with the file. Nothing starts on one that is: ask here first.</summary>
    public static IReadOnlyList<Fault> Faults => File.Value.Faults;

    /// <summary>The problems, by key and with the label used over all sites.</summary>
    public static IReadOnlyList<Code> Problems => File.Value.Codes.Problems;

    public static IReadOnlyList<Code> AgeGroups => File.Value.Codes.AgeGroups;

    /// <summary>Another one, and a site may pass its checks no more.</summary>
    internal static string Hash => File.Value.Hash;

    internal static bool IsProblem(string key) => Problems.Any(problem => problem.Value == key);
}
