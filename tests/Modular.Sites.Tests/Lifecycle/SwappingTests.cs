namespace Modular.Sites.Tests.Lifecycle;

[TestClass]
public sealed class SwappingTests
{
    [TestMethod]
    public async Task A_folder_dropped_in_is_live_within_two_seconds()
    {
        await using var watched = await new WatchedFolder().StartAsync();
        Assert.IsEmpty(watched.Catalogue.Active);

        watched.Drop("SaintOmer", "saint-omer");
        var took = await watched.UntilAsync(catalogue => catalogue.Find("saint-omer") is not null);

        Assert.IsLessThan(TimeSpan.FromSeconds(2), took);
        Assert.AreEqual(SiteState.Active, watched.Catalogue.All.Single().State);
    }

    [TestMethod]
    public async Task A_broken_new_version_leaves_the_old_one_working_and_stands_refused_beside_it()
    {
        await using var watched = new WatchedFolder();
        watched.Drop("Minimal", version: "1.0.0");
        await watched.StartAsync();

        watched.Change("Minimal", "site.json", "\"version\": \"1.0.0\"", "\"version\": \"1.1.0\", \"oops\": 1");
        await watched.UntilAsync(catalogue => catalogue.All.Any(status => status.State == SiteState.Refused));

        Assert.AreEqual("1.0.0", watched.Catalogue.Find("minimal")!.Definition.Version);
        var (working, refused) = (watched.Catalogue.All[0], watched.Catalogue.All[1]);
        Assert.AreEqual((SiteState.Active, "1.0.0"), (working.State, working.Version));
        Assert.AreEqual((SiteState.Refused, "1.1.0"), (refused.State, refused.Version));
        Assert.Contains("\"oops\" is not a key", refused.Faults.Single().Sentence);
    }

    [TestMethod]
    public async Task A_broken_version_that_is_mended_replaces_the_old_one_which_is_kept_as_previous()
    {
        await using var watched = new WatchedFolder();
        watched.Drop("Minimal");
        await watched.StartAsync();

        watched.Change("Minimal", "site.json", "\"version\": \"1.0.0\"", "\"version\": \"2.0.0\", \"oops\": 1");
        await watched.UntilAsync(catalogue => catalogue.All.Any(status => status.State == SiteState.Refused));
        watched.Change("Minimal", "site.json", ", \"oops\": 1", "");
        await watched.UntilAsync(catalogue => catalogue.Find("minimal")!.Definition.Version == "2.0.0");

        Assert.AreSequenceEqual(
            [(SiteState.Active, "2.0.0"), (SiteState.Previous, "1.0.0")], watched.Catalogue.All.Select(status => (status.State, status.Version!)).ToList());
    }

    [TestMethod]
    public async Task A_request_that_began_on_a_version_finishes_on_it_code_included()
    {
        await using var watched = new WatchedFolder();
        watched.Drop("Minimal", code: "Working");
        await watched.StartAsync();
        var began = watched.Catalogue.Find("minimal")!;

        watched.Change("Minimal", "site.json", "\"version\": \"1.0.0\"", "\"version\": \"2.0.0\"");
        await watched.UntilAsync(catalogue => catalogue.Find("minimal")!.Definition.Version == "2.0.0");

        Assert.AreEqual("1.0.0", began.Definition.Version);
        Assert.HasCount(1, began.Rules.Check(Drafts.WithNote("x")).ToList());
    }

    [TestMethod]
    public async Task A_removed_folder_hides_its_site()
    {
        await using var watched = new WatchedFolder();
        watched.Drop("Minimal");
        await watched.StartAsync();

        Directory.Delete(watched.FolderOf("Minimal"), recursive: true);
        await watched.UntilAsync(catalogue => catalogue.All.Count == 0);

        Assert.IsNull(watched.Catalogue.Find("minimal"));
    }

    [TestMethod]
    public async Task A_folder_copied_piece_by_piece_ends_active_and_never_shows_half_a_site()
    {
        await using var watched = new WatchedFolder();
        watched.Drop("Minimal", version: "1.0.0");
        await watched.StartAsync();
        var seen = new List<string?>();
        watched.Catalogue.Changed += () => seen.Add(watched.Catalogue.Find("minimal")?.Definition.Version);

        var whole = await File.ReadAllTextAsync(Path.Combine(watched.FolderOf("Minimal"), "site.json"));
        whole = whole.Replace("1.0.0", "2.0.0", StringComparison.Ordinal);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(60));
        await using (var slow = new StreamWriter(Path.Combine(watched.FolderOf("Minimal"), "site.json")))
        {
            foreach (var piece in whole.Chunk(whole.Length / 8))
            {
                await slow.WriteAsync(piece);
                await slow.FlushAsync();
                await pace.WaitForNextTickAsync();
            }
        }

        await watched.UntilAsync(catalogue => catalogue.Find("minimal")?.Definition.Version == "2.0.0");
        Assert.DoesNotContain((string?)null, seen);
        Assert.IsEmpty(watched.Catalogue.All.Where(status => status.State == SiteState.Refused));
    }

    [TestMethod]
    public async Task Of_two_folders_with_one_identifier_the_second_is_refused_until_the_first_goes()
    {
        await using var watched = new WatchedFolder();
        watched.Drop("Minimal");
        await watched.StartAsync();

        watched.Drop("Copie", version: "3.0.0");
        await watched.UntilAsync(catalogue => catalogue.All.Any(status => status is { Folder: "Copie", State: SiteState.Refused }));
        Assert.AreEqual("1.0.0", watched.Catalogue.Find("minimal")!.Definition.Version);
        Assert.AreEqual(
            "The site \"minimal\" stands already in the folder Minimal.",
            watched.Catalogue.All.Single(status => status.State == SiteState.Refused).Faults.Single().Sentence);

        Directory.Delete(watched.FolderOf("Minimal"), recursive: true);
        await watched.UntilAsync(catalogue => catalogue.Find("minimal")?.Definition.Version == "3.0.0");
    }

    [TestMethod]
    public async Task One_bad_plugin_keeps_neither_the_host_from_starting_nor_the_others_from_working()
    {
        await using var watched = new WatchedFolder();
        watched.Drop("Bad", "bad", code: "OtherAbi");
        watched.Drop("Good", "good");
        Directory.CreateDirectory(watched.FolderOf("Empty"));
        await watched.StartAsync();

        Assert.AreSequenceEqual(["good"], watched.Catalogue.Active.Select(site => site.Id).ToList());
        Assert.AreSequenceEqual(
            [("Bad", SiteState.Refused), ("Empty", SiteState.Refused), ("Good", SiteState.Active)],
            watched.Catalogue.All.Select(status => (status.Folder, status.State)).ToList());
    }

    [TestMethod]
    public async Task Somebody_who_follows_the_sites_and_fails_stops_nothing()
    {
        await using var watched = await new WatchedFolder().StartAsync();
        watched.Catalogue.Changed += () => throw new InvalidOperationException("a listener's bug");

        watched.Drop("Minimal");

        await watched.UntilAsync(catalogue => catalogue.Find("minimal") is not null);
    }
}
