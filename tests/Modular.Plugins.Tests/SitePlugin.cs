using Modular.Contracts.Answers;
using Modular.Contracts.Rules;
using Modular.Contracts.Sites;
using Modular.Sites;

namespace Modular.Plugins.Tests;

/// <summary>The folders of <c>plugins/</c>, loaded as the host loads them.</summary>
internal static class SitePlugin
{
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Root, "site.json", SearchOption.AllDirectories)
            .Where(file => Path.GetDirectoryName(Path.GetDirectoryName(file)) == Root)
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file)!));

    private static string Root { get; } = FindRoot();

    public static LoadedSite Load(string name)
    {
        var (site, faults) = new SiteLoader(TimeProvider.System).Load(Path.Combine(Root, name));
        Assert.IsNotNull(site, string.Join('\n', faults));
        return site;
    }

    public static IReadOnlyList<Fault> Faults(string name) => new SiteLoader(TimeProvider.System).Load(Path.Combine(Root, name)).Faults;

    public static string Template(string name, string report) => File.ReadAllText(Path.Combine(Root, name, "reports", report + ".html"));

    public static Code Code(this LoadedSite site, string list, string code) => site.Definition.Codes[list].Single(c => c.Value == code);

    public static IEnumerable<string> CodesOf(this LoadedSite site, string list) => site.Definition.Codes[list].Select(code => code.Value);

    public static AnswerSet Answers(params (string Field, Answer Answer)[] answers) =>
        new(answers.ToDictionary(answer => answer.Field, answer => answer.Answer));

    public static (string Field, Answer Answer) Is(this string field, string code) => (field, new Answer.Choice(code));

    public static SituationView Referred(this LoadedSite site, DateOnly on, params (string Field, Answer Answer)[] coded) =>
        new("2026-101", site.Definition.Stations[0].Id, on, null, null, 0, null, Answers(coded), site.Definition.Limits);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Modular.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Modular.sln");
        }

        return Path.Combine(folder.FullName, "plugins");
    }
}
