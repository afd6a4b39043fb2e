using Microsoft.Extensions.DependencyInjection;
using Modular.Sites.Lifecycle;

namespace Modular.Sites.Tests.Lifecycle;

[TestClass]
public sealed class SettlingTests
{
    [TestMethod]
    public async Task A_folder_is_checked_only_once_it_looked_the_same_twice()
    {
        await using var watched = new WatchedFolder();
        await using var services = watched.Services();
        var catalogue = services.GetRequiredService<SiteCatalogue>();
        catalogue.Open();
        Assert.IsFalse(catalogue.Look(), "nothing is there to wait for");

        watched.Drop("Minimal");
        var whole = await File.ReadAllTextAsync(Path.Combine(watched.FolderOf("Minimal"), "site.json"));
        await File.WriteAllTextAsync(Path.Combine(watched.FolderOf("Minimal"), "site.json"), whole[..100]);
        Assert.IsTrue(catalogue.Look(), "half a file, seen for the first time");
        await File.WriteAllTextAsync(Path.Combine(watched.FolderOf("Minimal"), "site.json"), whole);
        Assert.IsTrue(catalogue.Look(), "it changed meanwhile");
        Assert.AreEqual(SiteState.Found, catalogue.All.Single().State);

        Assert.IsFalse(catalogue.Look());
        Assert.AreEqual(SiteState.Active, catalogue.All.Single().State);
    }

    [TestMethod]
    public async Task A_folder_that_nobody_touches_is_not_read_again()
    {
        await using var watched = new WatchedFolder();
        watched.Drop("Minimal");
        await using var services = watched.Services();
        var catalogue = services.GetRequiredService<SiteCatalogue>();
        catalogue.Open();
        var changes = 0;
        catalogue.Changed += () => changes++;
        var site = catalogue.Find("minimal");

        catalogue.Look();
        catalogue.Look();

        Assert.AreEqual(0, changes);
        Assert.AreSame(site, catalogue.Find("minimal"));
    }
}
