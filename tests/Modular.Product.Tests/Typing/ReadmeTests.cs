using System.Xml.Linq;
using Modular.Benchmarks.Browsing;
using Modular.Benchmarks.Processes;
using Modular.Product.Tests.Serving;

namespace Modular.Product.Tests.Typing;

/// <summary>Every command of README.md, as it is typed, from the folder it is typed in: a fresh clone of what stands here.</summary>
[TestClass]
public sealed class ReadmeTests
{
    private const string Bench = "dotnet pwsh build.ps1 bench";
    private const string NewSite = """dotnet run --project src/Modular.Host -c Release -- site new saint-omer --name "Saint-Omer" --into plugins""";
    private const string CheckSite = "dotnet run --project src/Modular.Host -c Release -- site check plugins/SaintOmer";
    private const string Publish = "dotnet publish src/Modular.Host -c Release -o ../modular";
    private const string Smoke = "dotnet run --project tests/Modular.Benchmarks -c Release -- smoke";

    /// <summary>Typed by hand: they want an engine for containers, and Microsoft's image.</summary>
    private static readonly string[] OfContainer =
    [
        "dotnet publish src/Modular.Host -c Release --os linux -t:PublishContainer",
        "install -d -o 1654 -m 700 /srv/modular",
        "podman run -d --name modular --restart=always --read-only --cap-drop=all --security-opt=no-new-privileges -p 127.0.0.1:5080:5080"
            + " -v /srv/modular:/data -v ./plugins:/plugins:ro modular",
        "podman exec modular dotnet modular.dll backup create /data/backups/now.zip",
    ];

    /// <summary>Commands within a sentence, and what is typed for them after the executable.</summary>
    private static readonly Dictionary<string, string[]> InSentences = new()
    {
        ["site check"] = ["site check plugins/Dunkerque"],
        ["site schema"] = ["site schema"],
        ["backup create FILE"] = ["backup create kept.zip --data-folder ../kept"],
        ["backup verify FILE"] = ["backup verify kept.zip"],
        ["backup restore FILE"] = ["backup restore kept.zip --data-folder ../restored"],
        ["journal verify"] = ["journal verify --data-folder ../kept"],
        ["service --print"] = ["service --print"],
    };

    /// <summary>Commands that other tests type: these are the start of a line, a name of the next block, or the trials.</summary>
    private static readonly string[] Elsewhere =
    [
        "dotnet run --project src/Modular.Host -c Release --", Smoke, "serve --demo", "build.ps1", ".ci/run", "smoke", "kills", "kills 50", "drafts 50", "drop",
        "outage",
    ];

    /// <summary>What takes minutes, or an hour, and is typed by hand.</summary>
    private static readonly string[] ByHand = ["scale 100000", "hosts 20", "lives 100", "upgrade MODULAR.DLL 100000", "writes", "soak", "nation 22500", "figures", "feeds", "import", "export"];

    private static readonly Checkout Cloned = Checkout.Clone();
    private static readonly Readme Readme = new(Cloned.Text("README.md"));
    private static readonly Lazy<Task<string>> Built = new(BenchAsync);

    [ClassCleanup]
    public static async Task DeleteAsync() => await Cloned.DisposeAsync();

    [TestMethod]
    public void A_command_without_a_test_is_named()
    {
        CollectionAssert.AreEquivalent(
            new[] { Readme.Marked("run"), Readme.Marked("test"), "dotnet tool restore", Bench, NewSite, CheckSite, Publish }.Concat(OfContainer).ToList(),
            Readme.Fenced.ToList(),
            "README.md tells people to type what this class does not.");
        CollectionAssert.AreEquivalent(
            InSentences.Keys.Concat(Elsewhere).Concat(ByHand).ToList(), Readme.Inline.ToList(), "README.md names a command that this class does not type.");
    }

    /// <summary>This very test runs by it: what is to be shown is that nothing is left out.</summary>
    [TestMethod]
    public void The_test_command_runs_every_test_project()
    {
        Assert.AreEqual("dotnet test Modular.sln -c Release", Readme.Marked("test"));
        var solution = Cloned.Text("Modular.sln");
        var projects = Directory.EnumerateFiles(Path.Combine(Cloned.Folder, "tests"), "*.Tests.csproj", SearchOption.AllDirectories).Select(Path.GetFileName)
            .ToList();
        Assert.Contains("Modular.Product.Tests.csproj", projects);
        Assert.IsEmpty(projects.Where(project => !solution.Contains($"\\{project}\"", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task The_run_command_serves_a_demonstration_and_a_site_made_beside_it_is_live_and_nothing_else_is_left_behind()
    {
        await Built.Value;
        await using var served = await Cloned.ServeAsync(Readme.Marked("run"), start => ServedProcess.StartAsync(address =>
        {
            start.Environment["ASPNETCORE_URLS"] = address.ToString();
            return start;
        }));
        Assert.Contains(
            $"Open {served.Address.ToString().TrimEnd('/')}: four sites with invented people. The accounts are on the sign-in page.",
            await served.PrintedAsync(line => line.StartsWith("Open", StringComparison.Ordinal)));

        var made = (await Cloned.TypeAsync(NewSite)).Done();
        Assert.AreEqual(Path.Combine(Cloned.Folder, "plugins", "SaintOmer"), made.Out.TrimEnd());
        Assert.AreEqual("plugins/SaintOmer: no fault.", (await Cloned.TypeAsync(CheckSite)).Done().Out.TrimEnd());

        using var administrator = await Visitor.SignedInAsync(served.Address, DemoSignIn.Account("administration"));
        await Until.TrueAsync(
            async () => (await administrator.ReadAsync("/administration/sites")).Contains("Saint-Omer", StringComparison.Ordinal), "the new site");
        Assert.IsEmpty(Cloned.Strays.Where(file => !file.StartsWith("plugins/SaintOmer/", StringComparison.Ordinal)));
    }

    [TestMethod]
    [DataRow("../src/Modular.Host", DisplayName = "relative")]
    [DataRow("CLONE/src/Modular.Host", DisplayName = "absolute")]
    public async Task Paths_begin_where_somebody_stands_wherever_the_project_is_said_to_be(string project)
    {
        await Built.Value;
        var there = project.Replace("CLONE", Cloned.Folder, StringComparison.Ordinal);
        var checkedSite = (await Cloned.TypeAsync($"dotnet run --no-build --project \"{there}\" -c Release -- site check Dunkerque", from: "plugins")).Done();
        Assert.AreEqual("Dunkerque: no fault.", checkedSite.Out.TrimEnd());
    }

    [TestMethod]
    public async Task What_is_published_finds_its_settings_and_every_path_begins_where_somebody_stands()
    {
        await Built.Value;
        (await Cloned.TypeAsync(Publish.Replace("../modular", "../" + Path.GetFileName(Cloned.Folder) + "-published", StringComparison.Ordinal))).Done();
        var published = Cloned.Folder + "-published";
        try
        {
            Assert.IsTrue(File.Exists(Path.Combine(published, "config", "appsettings.json")));
            (await Cloned.TypeAsync($"dotnet \"{Path.Combine(published, "modular.dll")}\" site check Dunkerque", from: "plugins")).Done();
            await EveryPathBeginsHereAsync($"\"{Path.Combine(published, "modular")}\"");
        }
        finally
        {
            Directory.Delete(published, recursive: true);
        }
    }

    /// <summary>What is mounted, reached and owned is what the image says.</summary>
    [TestMethod]
    public void The_container_is_started_with_the_user_the_port_and_the_folders_of_its_image()
    {
        var project = XDocument.Parse(Cloned.Text("src/Modular.Host/Modular.Host.csproj"));
        string Said(string variable) =>
            (string)project.Descendants("ContainerEnvironmentVariable").Single(one => (string?)one.Attribute("Include") == variable).Attribute("Value")!;
        var (owned, run) = (OfContainer[1], OfContainer[2]);
        Assert.Contains($" -o {project.Descendants("ContainerUser").Single().Value} ", owned);
        Assert.Contains($":{(string?)project.Descendants("ContainerPort").Single().Attribute("Include")} ", run);
        Assert.EndsWith(":5080", Said("ASPNETCORE_URLS"));
        Assert.Contains($":{Said("Modular__DataFolder")} ", run);
        Assert.Contains($":{Said("Modular__PluginsFolder")}:ro ", run);
    }

    [TestMethod]
    public async Task Each_command_named_in_a_sentence_is_one()
    {
        await Built.Value;
        var scratch = Directory.CreateTempSubdirectory("modular-typed-");
        var modular = Path.Combine(Cloned.Folder, "src", "Modular.Host", "bin", "Release", "net10.0", "modular.dll");
        foreach (var line in InSentences.Values.SelectMany(lines => lines))
        {
            var typed = line.Replace("kept.zip", Path.Combine(scratch.FullName, "kept.zip"), StringComparison.Ordinal)
                .Replace("../", scratch.FullName + "/", StringComparison.Ordinal);
            (await Cloned.TypeAsync($"dotnet \"{modular}\" {typed}")).Done();
        }

        scratch.Delete(recursive: true);
    }

    [TestMethod]
    public async Task Each_command_that_is_listed_takes_what_the_list_says()
    {
        await Built.Value;
        var modular = Path.Combine(Cloned.Folder, "src", "Modular.Host", "bin", "Release", "net10.0", "modular.dll");
        Assert.IsGreaterThanOrEqualTo(15, Readme.Listed.Count);
        foreach (var (command, words) in Readme.Listed)
        {
            var help = (await Cloned.TypeAsync($"dotnet \"{modular}\" {command} --help")).Done().Out;
            Assert.Contains($"modular {command}", help);
            Assert.IsEmpty(words.Where(word => !help.Contains(word, StringComparison.Ordinal)), $"{command}\n{help}");
        }
    }

    [TestMethod]
    public async Task The_measuring_command_measures()
    {
        var printed = await Built.Value;
        foreach (var measure in (string[])["start_to_ready", "idle_memory", "form_get", "form_post", "import_500", "annual_report_500"])
        {
            Assert.Contains($"{measure}: ", printed);
        }
    }

    /// <summary>Each task of build.ps1 is a command of the README, which the tests above type.</summary>
    [TestMethod]
    public async Task Every_name_in_the_build_script_stands_for_a_command_that_works()
    {
        await Built.Value;
        var script = Cloned.Text("build.ps1");
        string[] commands =
        [
            "dotnet build Modular.sln -c Release -p:RunAnalyzers=true", Readme.Marked("test"), Readme.Marked("run"), Smoke,
            Smoke.Replace("smoke", "kills 50", StringComparison.Ordinal),
        ];
        var names = script[(script.IndexOf("ValidateSet(", StringComparison.Ordinal) + 12)..].Split(')')[0].Split(", ").Select(name => name.Trim('\''))
            .ToList();
        Assert.HasCount(commands.Length, names);
        foreach (var (name, command) in names.Zip(commands))
        {
            Assert.Contains($"\"{command}\"", (await Cloned.TypeAsync($"dotnet pwsh build.ps1 {name} -WhatIf")).Done().Out);
        }

        Assert.AreNotEqual(0, (await Cloned.TypeAsync("dotnet pwsh build.ps1 nonsense")).ExitCode);
    }

    /// <summary>The script builds what it measures: the host, with the plugins that have code.</summary>
    private static async Task<string> BenchAsync()
    {
        (await Cloned.TypeAsync("dotnet tool restore")).Done();
        var printed = (await Cloned.TypeAsync(Bench)).Done().Out;
        Assert.IsEmpty(Cloned.Strays, "A build leaves nothing behind that git would see.");
        return printed;
    }

    /// <summary>Each command that takes a path, typed in a folder below the clone's plugins.</summary>
    private static async Task EveryPathBeginsHereAsync(string modular)
    {
        // Git ignores it.
        var here = Directory.CreateDirectory(Path.Combine(Cloned.Folder, "plugins", "bin", "here")).FullName;
        async Task<Answer> Type(string line) => (await Cloned.TypeAsync($"{modular} {line}", here)).Done();

        Assert.AreEqual("../../Dunkerque: no fault.", (await Type("site check ../../Dunkerque")).Out.TrimEnd());
        Assert.AreEqual(Path.Combine(here, "Calais"), (await Type("site new calais --name Calais --into .")).Out.TrimEnd());
        await File.WriteAllTextAsync(Path.Combine(here, "in.csv"), "referred_on;problem\n2024-03-01;logement\n");
        await File.WriteAllTextAsync(Path.Combine(here, "password.txt"), "Un-mot-de-passe-2027\n");
        const string folders = "--plugins-folder ../.. --data-folder kept";
        // The first that keeps data remembers which sites passed their checks: the others are quick.
        await Type($"user add essai --role worker --site dunkerque --password-stdin {folders} < password.txt");
        Assert.Contains("dunkerque", (await Type($"site list {folders}")).Out);
        Assert.Contains("annuel", (await Type($"report list dunkerque {folders}")).Out);
        Assert.Contains("planned", (await Type($"presence show dunkerque --from 2027-03-01 --to 2027-03-05 {folders}")).Out);
        await Type($"journal verify {folders}");
        await Type($"situations import dunkerque in.csv {folders}");
        await Type($"situations export dunkerque out.csv {folders}");
        await Type($"report render dunkerque annuel --period 2024 --out report.html {folders}");
        await Type($"backup create kept.zip {folders}");
        await Type($"backup verify kept.zip {folders}");
        await Type($"backup restore kept.zip {folders}");
        foreach (var made in (string[])["kept/modular.db", "out.csv", "report.html", "kept.zip"])
        {
            Assert.IsTrue(File.Exists(Path.Combine(here, made)), made);
        }

        Directory.Delete(here, recursive: true);
    }
}
