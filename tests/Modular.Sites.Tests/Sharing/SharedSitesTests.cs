using Microsoft.Extensions.DependencyInjection;
using Modular.Sites.Tests.Lifecycle;

namespace Modular.Sites.Tests.Sharing;

/// <summary>Two hosts of one database, each with a plugins folder of its own.</summary>
[TestClass]
public sealed class SharedSitesTests
{
    [TestMethod]
    public async Task What_is_dropped_on_one_host_is_in_use_on_the_other_and_so_is_its_next_version()
    {
        await using var hosts = await Hosts.StartAsync();
        hosts.First.Drop("Minimal");
        await hosts.UntilBothUseAsync("1.0.0");

        await hosts.NextAsync("1.0.0", "2.0.0");
        Assert.AreEqual(hosts.First.Catalogue.Find("minimal")!.Hash, hosts.Second.Catalogue.Find("minimal")!.Hash);
        var status = hosts.Second.Catalogue.All.First();
        Assert.AreEqual((null, SiteState.Active, true), (status.Folder, status.State, status.IsReceived));
    }

    [TestMethod]
    public async Task The_last_version_that_was_dropped_wins_whichever_host_it_was_dropped_on()
    {
        await using var hosts = await Hosts.StartAsync();
        hosts.First.Drop("Minimal");
        await hosts.UntilBothUseAsync("1.0.0");
        hosts.Second.Drop("Autre", version: "2.0.0");
        await hosts.UntilBothUseAsync("2.0.0");
        await hosts.NextAsync("1.0.0", "3.0.0");
        Assert.AreSequenceEqual(
            [(SiteState.Active, "3.0.0"), (SiteState.Checked, "2.0.0"), (SiteState.Previous, "2.0.0")],
            hosts.Second.Catalogue.All.Select(status => (status.State, status.Version!)).ToList());
    }

    [TestMethod]
    public async Task A_host_that_joins_takes_what_the_others_use_whatever_its_folder_holds()
    {
        await using var hosts = await Hosts.StartAsync(startsSecond: false);
        hosts.First.Drop("Minimal", version: "2.0.0");
        await hosts.First.UntilAsync(catalogue => catalogue.Find("minimal") is not null);
        await hosts.UntilToldAsync("minimal");
        hosts.Second.Drop("Minimal", version: "1.0.0");
        await hosts.Second.StartAsync();
        Assert.AreEqual("2.0.0", hosts.Second.Catalogue.Find("minimal")!.Definition.Version);

        // And the folder that was there stays away, for commands and after a restart.
        await using (var command = hosts.Second.Services())
        {
            Assert.AreEqual("2.0.0", command.GetRequiredService<ISiteCatalogue>().Find("minimal")!.Definition.Version);
        }

        await hosts.Second.StopAsync();
        await hosts.Second.StartAsync();
        await hosts.UntilBothUseAsync("2.0.0");
    }

    [TestMethod]
    public async Task A_site_without_a_folder_here_is_there_after_a_restart_and_for_commands()
    {
        await using var hosts = await Hosts.StartAsync();
        hosts.First.Drop("Minimal");
        await hosts.UntilBothUseAsync("1.0.0");
        await hosts.Second.StopAsync();
        await using (var command = hosts.Second.Services())
        {
            Assert.IsNotNull(command.GetRequiredService<ISiteCatalogue>().Find("minimal"));
        }

        await hosts.Second.StartAsync();
        Assert.IsNotNull(hosts.Second.Catalogue.Find("minimal"));
    }

    [TestMethod]
    public async Task Code_never_comes_from_another_host_and_without_it_the_forms_are_closed_until_the_folder_is_there()
    {
        await using var hosts = await Hosts.StartAsync();
        hosts.First.Drop("Minimal", code: "Working");
        await hosts.Second.UntilAsync(catalogue => catalogue.All.Any(status => status.State == SiteState.CodeMissing));
        Assert.IsNull(hosts.Second.Catalogue.Find("minimal"));
        Assert.Contains(fault => fault.File == "bin/Working.dll", hosts.Second.Catalogue.All.Single().Faults);
        Assert.IsEmpty(Directory.GetFiles(hosts.Second.Data, "*.dll", SearchOption.AllDirectories));

        await hosts.Second.StopAsync();
        await hosts.Second.StartAsync();
        Assert.AreEqual(SiteState.CodeMissing, hosts.Second.Catalogue.All.Single().State);

        hosts.Second.Drop("Minimal", code: "Working");
        await hosts.UntilBothUseAsync("1.0.0");
        Assert.HasCount(1, hosts.Second.Catalogue.Find("minimal")!.Rules.Check(Drafts.WithNote("x")).ToList());
    }

    [TestMethod]
    public async Task A_host_that_has_the_same_code_follows_a_version_whose_data_changed()
    {
        await using var hosts = await Hosts.StartAsync();
        await hosts.DropOnBothAsync(code: "Working");
        await hosts.NextAsync("1.0.0", "1.1.0");
        Assert.HasCount(1, hosts.Second.Catalogue.Find("minimal")!.Rules.Check(Drafts.WithNote("x")).ToList());
    }

    [TestMethod]
    public async Task The_code_of_a_version_is_waited_for_and_the_version_before_does_not_go_on_by_itself()
    {
        await using var hosts = await Hosts.StartAsync();
        await hosts.DropOnBothAsync();
        hosts.First.Drop("Minimal", version: "2.0.0", code: "Working");
        await hosts.Second.UntilAsync(catalogue => catalogue.All.Any(status => status.State == SiteState.CodeMissing));
        Assert.IsNull(hosts.Second.Catalogue.Find("minimal"));
        await hosts.Second.StopAsync();
        await hosts.Second.StartAsync();
        Assert.IsNull(hosts.Second.Catalogue.Find("minimal"), "its folder holds the version before");
        Assert.AreEqual("2.0.0", hosts.First.Catalogue.Find("minimal")!.Definition.Version);
    }

    [TestMethod]
    public async Task Going_back_on_one_host_goes_back_on_the_other()
    {
        await using var hosts = await Hosts.StartAsync();
        hosts.First.Drop("Minimal");
        await hosts.UntilBothUseAsync("1.0.0");
        await hosts.NextAsync("1.0.0", "2.0.0");
        Assert.IsTrue(hosts.Second.Versions.RollBack("minimal"));
        await hosts.UntilBothUseAsync("1.0.0");
        Assert.Contains(
            status => status is { State: SiteState.Checked, Version: "2.0.0" }, hosts.First.Catalogue.All, "the folder's version is set aside");
    }

    [TestMethod]
    public async Task Taken_away_on_one_host_it_is_away_on_both_until_it_is_dropped_again()
    {
        await using var hosts = await Hosts.StartAsync();
        hosts.First.Drop("Minimal");
        hosts.First.Drop("Autre", id: "other");
        hosts.Second.Drop("Minimal");
        await hosts.UntilBothUseAsync("1.0.0");
        Directory.Delete(hosts.First.FolderOf("Minimal"), recursive: true);
        await hosts.Second.UntilAsync(catalogue => catalogue.Find("minimal") is null);
        await hosts.Second.StopAsync();
        await hosts.Second.StartAsync();
        Assert.IsNull(hosts.Second.Catalogue.Find("minimal"), "a restart does not bring it back");

        hosts.First.Drop("Minimal");
        await hosts.UntilBothUseAsync("1.0.0");
    }

    [TestMethod]
    public async Task A_share_that_goes_away_with_all_its_plugins_takes_nothing_away()
    {
        await using var hosts = await Hosts.StartAsync();
        await hosts.DropOnBothAsync();
        Directory.Move(hosts.Second.Plugins, hosts.Second.Plugins + "-away");
        // What is told after it shows that the second host has looked.
        await hosts.NextAsync("1.0.0", "2.0.0");

        Directory.CreateDirectory(hosts.Second.Plugins);
        await hosts.Second.UntilAsync(catalogue => catalogue.All.All(status => status.Folder is null));
        await hosts.NextAsync("2.0.0", "3.0.0");
    }

    [TestMethod]
    public async Task Going_back_after_the_code_was_brought_finds_the_version_before_on_the_host_that_waited_for_it()
    {
        await using var hosts = await Hosts.StartAsync();
        await hosts.DropOnBothAsync(code: "Working");
        hosts.First.Drop("Minimal", version: "2.0.0", code: "Throwing");
        await hosts.Second.UntilAsync(catalogue => catalogue.All.Any(status => status.State == SiteState.CodeMissing));
        hosts.Second.Drop("Minimal", version: "2.0.0", code: "Throwing");
        await hosts.UntilBothUseAsync("2.0.0");
        Assert.IsTrue(hosts.First.Versions.RollBack("minimal"));
        await hosts.UntilBothUseAsync("1.0.0");
        Assert.HasCount(1, hosts.Second.Catalogue.Find("minimal")!.Rules.Check(Drafts.WithNote("x")).ToList());
    }

    [TestMethod]
    public async Task A_site_without_its_code_is_still_read_when_its_outdated_folder_goes()
    {
        await using var hosts = await Hosts.StartAsync();
        hosts.First.Drop("Minimal");
        hosts.Second.Drop("Minimal");
        hosts.Second.Drop("Autre", id: "other");
        await hosts.UntilBothUseAsync("1.0.0");
        hosts.First.Drop("Minimal", version: "2.0.0", code: "Working");
        await hosts.Second.UntilAsync(catalogue => catalogue.FindReadable("minimal") is { IsReadOnly: true });
        Directory.Delete(hosts.Second.FolderOf("Minimal"), recursive: true);
        await hosts.Second.UntilAsync(catalogue => catalogue.All.Any(status => status is { Folder: null, State: SiteState.CodeMissing }));
        Assert.AreEqual("2.0.0", hosts.Second.Catalogue.FindReadable("minimal")!.Definition.Version);
    }

    [TestMethod]
    public async Task A_command_works_by_the_version_that_the_hosts_use_and_tells_them_nothing()
    {
        await using var hosts = await Hosts.StartAsync(startsSecond: false);
        hosts.First.Drop("Minimal", version: "2.0.0");
        hosts.First.Drop("Autre", id: "other", code: "Working");
        await hosts.First.UntilAsync(catalogue => catalogue.Active.Count == 2);
        await hosts.UntilToldAsync("minimal");
        await hosts.UntilToldAsync("other");
        hosts.Second.Drop("Minimal", version: "1.0.0");
        hosts.Second.Drop("Neuf", id: "new");
        await using (var command = hosts.Second.Services())
        {
            var catalogue = command.GetRequiredService<ISiteCatalogue>();
            Assert.AreEqual("2.0.0", catalogue.Find("minimal")!.Definition.Version);
            Assert.IsNull(catalogue.Find("other"), "its code is not here");
            Assert.IsTrue(catalogue.FindReadable("other")!.IsReadOnly);
        }

        Assert.HasCount(2, hosts.Shared.Uses());
    }

    [TestMethod]
    public async Task A_folder_that_goes_with_an_older_version_takes_nothing_away()
    {
        await using var hosts = await Hosts.StartAsync();
        await hosts.DropOnBothAsync();
        await hosts.NextAsync("1.0.0", "2.0.0");
        Directory.Delete(hosts.Second.FolderOf("Minimal"), recursive: true);
        await hosts.Second.UntilAsync(catalogue => catalogue.All.All(status => status.Folder is null));
        await hosts.UntilBothUseAsync("2.0.0");
    }

    [TestMethod]
    public async Task A_version_that_is_not_what_its_hash_says_or_leads_out_of_its_folder_is_refused_and_the_one_in_use_goes_on()
    {
        await using var hosts = await Hosts.StartAsync();
        hosts.First.Drop("Minimal");
        await hosts.UntilBothUseAsync("1.0.0");
        hosts.Shared.Forge("minimal", version => version with { Data = new Dictionary<string, byte[]>(version.Data) { ["../../outside.json"] = [] } });
        await hosts.Second.UntilAsync(catalogue => catalogue.All.Any(status => status.State == SiteState.Refused));
        Assert.AreEqual("1.0.0", hosts.Second.Catalogue.Find("minimal")!.Definition.Version);
        Assert.IsEmpty(Directory.GetFiles(Path.GetDirectoryName(hosts.Second.Data)!, "outside.json", SearchOption.AllDirectories));
    }

    private sealed class Hosts : IAsyncDisposable
    {
        private Hosts() => (First, Second) = (new WatchedFolder { Shared = Shared }, new WatchedFolder { Shared = Shared });

        public SharedInMemory Shared { get; } = new();

        public WatchedFolder First { get; }

        public WatchedFolder Second { get; }

        public static async Task<Hosts> StartAsync(bool startsSecond = true)
        {
            var hosts = new Hosts();
            await hosts.First.StartAsync();
            _ = startsSecond ? await hosts.Second.StartAsync() : null;
            return hosts;
        }

        public async Task DropOnBothAsync(string? code = null)
        {
            First.Drop("Minimal", code: code);
            Second.Drop("Minimal", code: code);
            await UntilBothUseAsync("1.0.0");
        }

        /// <summary>Another version of what the first host's folder holds, dropped there.</summary>
        public async Task NextAsync(string from, string to)
        {
            First.Change("Minimal", "site.json", $"\"version\": \"{from}\"", $"\"version\": \"{to}\"");
            await UntilBothUseAsync(to);
        }

        public async Task UntilBothUseAsync(string version)
        {
            await First.UntilAsync(catalogue => catalogue.Find("minimal")?.Definition.Version == version);
            await Second.UntilAsync(catalogue => catalogue.Find("minimal")?.Definition.Version == version);
        }

        public async Task UntilToldAsync(string site)
        {
            using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            while (Shared.Uses().All(use => use.Site != site))
            {
                await pulse.WaitForNextTickAsync();
            }
        }

        public async ValueTask DisposeAsync()
        {
            await First.DisposeAsync();
            await Second.DisposeAsync();
        }
    }
}
