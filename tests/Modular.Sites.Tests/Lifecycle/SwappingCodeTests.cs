using Microsoft.Extensions.DependencyInjection;
using Modular.Sites.Lifecycle;
using Modular.Sites.Tests.Loading;

namespace Modular.Sites.Tests.Lifecycle;

[TestClass]
public sealed class SwappingCodeTests
{
    [TestMethod]
    [DataRow("rubbish", "Leaning.dll is not a .NET assembly.")]
    [DataRow("cut in half", "Leaning.dll is not a .NET assembly.")]
    [DataRow("empty", "Leaning.dll is not a .NET assembly.")]
    [DataRow("later contracts", "was built for version 9.0.0.0 of Contracts")]
    [DataRow("a dependency missing", "uses Arithmetic, which neither the plugin's folder nor the host has")]
    [DataRow("a dependency cut in half", "Arithmetic.dll is not a .NET assembly.")]
    [DataRow("its list of dependencies broken", "The file cannot be read.")]
    [DataRow("its constructor throws", "its constructor threw InvalidOperationException")]
    [DataRow("other contracts", "was built for another version of the host")]
    public async Task Code_that_cannot_serve_leaves_the_old_one_serving_and_is_told(string how, string told)
    {
        await using var watched = new WatchedFolder();
        watched.Drop("Minimal", code: "Leaning");
        await using var services = watched.Services();
        var catalogue = services.GetRequiredService<SiteCatalogue>();
        catalogue.Open();

        Break(watched, how);
        Swap(catalogue);

        Assert.AreSequenceEqual([SiteState.Active, SiteState.Refused], catalogue.All.Select(status => status.State).ToList());
        Assert.Contains(told, catalogue.All[1].Faults.Single().Sentence);
        Assert.AreEqual("Total : 1", catalogue.Find("minimal")!.Rules.Check(Drafts.WithNote("x")).Single().Sentence);
    }

    [TestMethod]
    public async Task A_request_in_flight_finishes_on_its_version_with_what_that_one_uses_for_the_first_time()
    {
        await using var watched = new WatchedFolder();
        watched.Drop("Minimal", code: "Leaning");
        await using var services = watched.Services();
        var catalogue = services.GetRequiredService<SiteCatalogue>();
        catalogue.Open();
        var (first, second) = (catalogue.Find("minimal")!, Next(watched, catalogue, "1.0.0", "2.0.0"));
        Assert.AreEqual("Total : 1", first.Rules.Check(Drafts.WithNote("x")).Single().Sentence, "resources are read when they are first asked for");

        Next(watched, catalogue, "2.0.0", "3.0.0");
        Next(watched, catalogue, "3.0.0", "4.0.0");

        Assert.IsFalse(Directory.Exists(Path.Combine(watched.Data, "sites", "minimal", second.Hash)), "its files are gone");
        Assert.EndsWith(" 1", second.Rules.Check(Drafts.WithNote("x")).Single().Sentence);
    }

    [TestMethod]
    public async Task Requests_that_use_a_new_version_at_once_all_succeed()
    {
        await using var watched = new WatchedFolder();
        watched.Drop("Minimal", code: "Leaning");
        await using var services = watched.Services();
        var catalogue = services.GetRequiredService<SiteCatalogue>();
        catalogue.Open();
        var site = catalogue.Find("minimal")!;

        Parallel.For(0, 32, _ => Assert.HasCount(1, site.Rules.Check(Drafts.WithNote("x")).ToList()));
    }

    private static LoadedSite Next(WatchedFolder watched, SiteCatalogue catalogue, string from, string to)
    {
        watched.Change("Minimal", "site.json", $"\"version\": \"{from}\"", $"\"version\": \"{to}\"");
        Swap(catalogue);
        var next = catalogue.Find("minimal")!;
        Assert.AreEqual(to, next.Definition.Version);
        return next;
    }

    /// <summary>It is seen, and the next time it looks the same.</summary>
    private static void Swap(SiteCatalogue catalogue)
    {
        catalogue.Look();
        catalogue.Look();
    }

    private static void Break(WatchedFolder watched, string how)
    {
        string File(string name) => Path.Combine(watched.FolderOf("Minimal"), "bin", name);
        void Cut(string name) => System.IO.File.WriteAllBytes(
            File(name), System.IO.File.ReadAllBytes(File(name))[..(int)(new FileInfo(File(name)).Length / 2)]);
        switch (how)
        {
            case "rubbish":
                System.IO.File.WriteAllText(File("Leaning.dll"), "rubbish");
                break;
            case "cut in half":
                Cut("Leaning.dll");
                break;
            case "empty":
                System.IO.File.WriteAllBytes(File("Leaning.dll"), []);
                break;
            case "later contracts":
                DependenciesTests.WantContracts(9, File("Leaning.dll"));
                break;
            case "a dependency missing":
                System.IO.File.Delete(File("Arithmetic.dll"));
                break;
            case "a dependency cut in half":
                Cut("Arithmetic.dll");
                break;
            case "its list of dependencies broken":
                System.IO.File.WriteAllText(File("Leaning.deps.json"), "{");
                break;
            default:
                watched.Change("Minimal", "site.json", "\"assembly\": \"Leaning.dll\", ", "");
                TempPlugin.AddCode(watched.FolderOf("Minimal"), how == "other contracts" ? "OtherAbi" : "BrokenConstructor");
                break;
        }
    }
}
