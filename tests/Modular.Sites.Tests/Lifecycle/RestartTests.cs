using Microsoft.Extensions.DependencyInjection;

namespace Modular.Sites.Tests.Lifecycle;

[TestClass]
public sealed class RestartTests
{
    [TestMethod]
    public async Task The_last_version_that_worked_is_there_after_a_restart_on_a_broken_folder()
    {
        await using var watched = new WatchedFolder();
        watched.Drop("Minimal", code: "Working");
        await watched.StartAsync();
        await watched.StopAsync();

        watched.Change("Minimal", "site.json", "\"vif\"", "\"fiv\"");
        File.Delete(Path.Combine(watched.FolderOf("Minimal"), "bin", "Working.dll"));
        await watched.StartAsync();

        Assert.HasCount(1, watched.Catalogue.Find("minimal")!.Rules.Check(Drafts.WithNote("x")).ToList());
        Assert.AreSequenceEqual([SiteState.Active, SiteState.Refused], watched.Catalogue.All.Select(status => status.State).ToList());
    }

    [TestMethod]
    public async Task Rules_that_fail_ten_times_close_the_forms_and_a_restart_does_not_open_them()
    {
        await using var watched = new WatchedFolder();
        watched.Drop("Minimal", code: "Throwing");
        await watched.StartAsync();

        Fail(watched.Catalogue.Find("minimal")!, times: 9);
        Assert.IsNotNull(watched.Catalogue.Find("minimal"));
        Fail(watched.Catalogue.Find("minimal")!, times: 1);
        await watched.UntilAsync(catalogue => catalogue.All.Single().State == SiteState.Faulted);
        Assert.IsNull(watched.Catalogue.Find("minimal"));

        await watched.StopAsync();
        await watched.StartAsync();
        Assert.AreEqual(SiteState.Faulted, watched.Catalogue.All.Single().State);

        watched.Change("Minimal", "site.json", "\"version\": \"1.0.0\"", "\"version\": \"1.0.1\"");
        await watched.UntilAsync(catalogue => catalogue.Find("minimal")?.Definition.Version == "1.0.1");
    }

    [TestMethod]
    public async Task Going_back_puts_the_previous_version_in_use_and_it_stays_after_a_restart()
    {
        await using var watched = new WatchedFolder();
        watched.Drop("Minimal");
        await watched.StartAsync();
        watched.Change("Minimal", "site.json", "\"version\": \"1.0.0\"", "\"version\": \"2.0.0\"");
        await watched.UntilAsync(catalogue => catalogue.Find("minimal")!.Definition.Version == "2.0.0");

        Assert.IsTrue(watched.Versions.RollBack("minimal"));
        Assert.AreEqual("1.0.0", watched.Catalogue.Find("minimal")!.Definition.Version);
        Assert.IsFalse(watched.Versions.RollBack("minimal"), "there is nothing further back");

        await watched.StopAsync();
        await watched.StartAsync();
        Assert.AreSequenceEqual(
            [(SiteState.Active, "1.0.0"), (SiteState.Checked, "2.0.0")], watched.Catalogue.All.Select(status => (status.State, status.Version!)).ToList());

        watched.Change("Minimal", "site.json", "\"version\": \"2.0.0\"", "\"version\": \"2.0.1\"");
        await watched.UntilAsync(catalogue => catalogue.Find("minimal")!.Definition.Version == "2.0.1");
    }

    [TestMethod]
    public async Task The_folder_that_had_the_site_before_a_restart_keeps_it()
    {
        await using var watched = new WatchedFolder();
        watched.Drop("Minimal");
        await watched.StartAsync();
        await watched.StopAsync();

        watched.Drop("Autre", version: "9.0.0");
        await watched.StartAsync();

        Assert.AreEqual("1.0.0", watched.Catalogue.Find("minimal")!.Definition.Version);
    }

    [TestMethod]
    public async Task A_command_reads_the_sites_without_leaving_anything_behind()
    {
        await using var watched = new WatchedFolder();
        watched.Drop("Minimal", code: "Working");
        await using var services = watched.Services();

        Assert.IsNotNull(services.GetRequiredService<ISiteCatalogue>().Find("minimal"));
        Assert.IsFalse(Directory.Exists(watched.Data));
    }

    [TestMethod]
    public async Task Only_the_version_in_use_and_the_one_before_are_kept()
    {
        await using var watched = new WatchedFolder();
        watched.Drop("Minimal");
        await watched.StartAsync();
        foreach (var (from, to) in new[] { ("1.0.0", "2.0.0"), ("2.0.0", "3.0.0") })
        {
            watched.Change("Minimal", "site.json", $"\"version\": \"{from}\"", $"\"version\": \"{to}\"");
            await watched.UntilAsync(catalogue => catalogue.Find("minimal")!.Definition.Version == to);
        }

        Assert.HasCount(2, Directory.GetDirectories(Path.Combine(watched.Data, "sites", "minimal")));
    }

    private static void Fail(LoadedSite site, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.ThrowsExactly<RuleFailedException>(() => site.Rules.Check(Drafts.WithNote("x")));
        }
    }
}
