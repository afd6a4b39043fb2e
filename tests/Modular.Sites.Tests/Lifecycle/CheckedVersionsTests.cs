using Microsoft.Extensions.DependencyInjection;

namespace Modular.Sites.Tests.Lifecycle;

[TestClass]
public sealed class CheckedVersionsTests
{
    [TestMethod]
    public async Task A_version_that_passed_is_not_judged_again_by_the_next_start_nor_by_a_command()
    {
        await using var watched = new WatchedFolder { Checks = { new Counting() } };
        await StartOnceAsync(watched);
        await watched.StartAsync();
        AssertActive(watched.Catalogue);
        await using var command = watched.Services();
        AssertActive(command.GetRequiredService<ISiteCatalogue>());
        Assert.AreEqual(1, Judged(watched));
    }

    [TestMethod]
    public async Task A_version_that_changed_is_judged()
    {
        await using var watched = new WatchedFolder { Checks = { new Counting() } };
        await StartOnceAsync(watched);
        watched.Change("Minimal", "site.json", "\"version\": \"1.0.0\"", "\"version\": \"1.0.1\"");
        await watched.StartAsync();
        Assert.AreEqual(2, Judged(watched));
    }

    [TestMethod]
    public async Task A_version_that_did_not_pass_is_judged_each_time_and_stays_refused()
    {
        await using var watched = new WatchedFolder { Checks = { new Counting { Refuses = true } } };
        await StartOnceAsync(watched);
        await watched.StartAsync();
        Assert.IsNull(watched.Catalogue.Find("minimal"));
        Assert.AreEqual(2, Judged(watched));
    }

    [TestMethod]
    [DataRow("\"Host\":\"", "\"Host\":\"0", DisplayName = "of another host")]
    [DataRow("{", "", DisplayName = "that cannot be read")]
    public async Task A_register_that_does_not_count_lets_every_version_be_judged(string old, string with)
    {
        await using var watched = new WatchedFolder { Checks = { new Counting() } };
        await StartOnceAsync(watched);
        var register = Path.Combine(watched.Data, "sites", "passed.json");
        File.WriteAllText(register, File.ReadAllText(register).Replace(old, with, StringComparison.Ordinal));
        await watched.StartAsync();
        AssertActive(watched.Catalogue);
        Assert.AreEqual(2, Judged(watched));
    }

    [TestMethod]
    public async Task A_command_leaves_no_data_folder_behind_unless_it_opened_the_data()
    {
        await using var watched = new WatchedFolder();
        watched.Drop("Minimal");
        await using var command = watched.Services();
        AssertActive(command.GetRequiredService<ISiteCatalogue>());
        Assert.IsFalse(Directory.Exists(watched.Data));

        command.GetRequiredService<ISiteVersions>().KeepPassed();
        Assert.IsTrue(File.Exists(Path.Combine(watched.Data, "sites", "passed.json")));
    }

    [TestMethod]
    public async Task Where_nothing_can_be_written_down_the_sites_are_served_all_the_same()
    {
        await using var watched = new WatchedFolder();
        watched.Drop("Minimal");
        Directory.CreateDirectory(Path.Combine(watched.Data, "sites", "passed.json"));
        await watched.StartAsync();
        AssertActive(watched.Catalogue);
    }

    private static async Task StartOnceAsync(WatchedFolder watched)
    {
        watched.Drop("Minimal");
        await watched.StartAsync();
        await watched.StopAsync();
    }

    private static void AssertActive(ISiteCatalogue catalogue) => Assert.IsNotNull(catalogue.Find("minimal"));

    private static int Judged(WatchedFolder watched) => watched.Checks.OfType<Counting>().Single().Times;

    private sealed class Counting : IStaticCheck
    {
        public bool Refuses { get; init; }

        public int Times { get; private set; }

        public IEnumerable<Fault> Check(LoadedSite site)
        {
            Times++;
            return Refuses ? [new Fault("site.json", 1, 1, "No.") { French = "Non." }] : [];
        }
    }
}
