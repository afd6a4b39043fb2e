using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Modular.Access;
using Modular.Browser.Tests.Harness;
using Modular.Host.Composition;
using Modular.Host.Tests;
using Modular.Reporting.Documents;
using Modular.Reporting.Formats;
using Modular.Sites;
using Modular.Statistics.Periods;
using UglyToad.PdfPig;

namespace Modular.Browser.Tests.Reports;

/// <summary>
/// A site whose names are markup, and reports that hold what no template may: in the page, the PDF and the file nothing runs and nothing is fetched.
/// </summary>
[TestClass]
public sealed class HostileReport
{
    private const string Name = "<img src=x onerror=document.title='RAN'><script>x";

    private static HostUnderTest s_host = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _)
    {
        var plugins = Directory.CreateTempSubdirectory("modular-hostile-").FullName;
        var folder = Path.Combine(plugins, "Dunkerque");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Configuration.Home, "plugins", "Dunkerque"), "*", SearchOption.AllDirectories).Where(IsData))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Path.Combine(Configuration.Home, "plugins", "Dunkerque"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            var text = await File.ReadAllTextAsync(file);
            await File.WriteAllTextAsync(copy, text
                .Replace("\"name\": \"Dunkerque\"", $"\"name\": \"{Name}\"", StringComparison.Ordinal)
                .Replace("\"name\": \"Commissariat de Dunkerque\"", $"\"name\": \"{Name}\"", StringComparison.Ordinal)
                .Replace("\"label\": \"Situations par lieu\"", $"\"label\": \"{Name}\"", StringComparison.Ordinal));
        }

        await File.AppendAllTextAsync(
            Path.Combine(folder, "reports", "annuel.html"),
            "<p>{{ site }} {{ capture x }}{{ site }}{{ end }}{{ x }} {{ by_station.label | string.append site }} {{ for row in by_station.rows }}{{ row.label "
                + "}}{{ end }}</p>{{ chart by_station }}");
        s_host = await HostUnderTest.StartAsync(options => options with { PluginsFolder = plugins });
    }

    [ClassCleanup]
    public static async Task StopAsync() => await s_host.DisposeAsync();

    [TestMethod]
    public async Task Names_that_are_markup_are_text_on_the_page()
    {
        await using var visit = await Visit.BeginAsync(s_host);
        await visit.SignInAsync(Role.Coordinator, "dunkerque");
        var asked = Listen(visit.Page);

        await visit.GoAsync("/bilans/dunkerque/annuel?periode=2024");

        Assert.IsGreaterThan(3, Regex.Count(await visit.Page.InnerTextAsync(".report"), "onerror=document.title"));
        Assert.AreEqual(0, await visit.Page.Locator(".report img, .report script").CountAsync());
        Assert.DoesNotContain("RAN", await visit.Page.TitleAsync());
        Assert.IsEmpty(visit.Complaints);
        Assert.IsTrue(asked.TrueForAll(address => new Uri(address).Authority == s_host.Address.Authority), string.Join('\n', asked));
    }

    [TestMethod]
    public async Task Names_that_are_markup_are_text_in_the_file()
    {
        using var file = new TempFile(".html", (await DocumentAsync()).Render(ReportFormat.Find("html")!).Content);
        await using var visit = await Visit.BeginAsync(s_host);
        var asked = Listen(visit.Page);

        await visit.Page.GotoAsync(file.Address);

        Assert.IsGreaterThan(3, Regex.Count(await visit.Page.InnerTextAsync(".report"), "onerror=document.title"));
        StringAssert.StartsWith(await visit.Page.TitleAsync(), "Bilan annuel – ");
        Assert.IsEmpty(visit.Complaints);
        Assert.HasCount(1, asked);
    }

    /// <summary>What no template may hold, put there by hand: the file's own policy stops it wherever it is opened.</summary>
    [TestMethod]
    public async Task A_file_that_holds_a_script_all_the_same_neither_runs_it_nor_fetches_anything()
    {
        using var canary = new Canary();
        var html = Encoding.UTF8.GetString((await DocumentAsync()).Render(ReportFormat.Find("html")!).Content)
            .Replace("</main>", canary.Markup + "</main>", StringComparison.Ordinal);
        using var file = new TempFile(".html", Encoding.UTF8.GetBytes(html));
        await using var visit = await Visit.BeginAsync(s_host);

        await visit.Page.GotoAsync(file.Address);

        StringAssert.StartsWith(await visit.Page.TitleAsync(), "Bilan annuel – ");
        Assert.IsFalse(
            (await visit.Page.InnerTextAsync("body")).Contains("RAN\n", StringComparison.Ordinal)
                || (await visit.Page.InnerTextAsync("body")).EndsWith("RAN", StringComparison.Ordinal));
        Assert.IsEmpty(canary.Asked);
        Assert.IsTrue(visit.Page.Frames.All(frame => !frame.Url.Contains("canary", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task The_browser_that_prints_runs_no_script_and_reaches_neither_a_file_nor_this_machine()
    {
        using var canary = new Canary();
        var html = $"<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>x</title></head><body><p id=\"p\">VISIBLE</p>{canary.Markup}{canary.Refresh}</body></html>";

        var pdf = await new PdfPrinter(await Chromium.ExecutableAsync()).PrintAsync(Encoding.UTF8.GetBytes(html));

        Assert.IsEmpty(canary.Asked);
        var text = Printed(pdf);
        StringAssert.Contains(text, "VISIBLE");
        Assert.DoesNotContain("RAN", text);
        Assert.DoesNotContain("CANARY", text);
    }

    [TestMethod]
    public async Task A_report_is_printed_with_its_names_as_text()
    {
        var printed = await new PdfPrinter(await Chromium.ExecutableAsync()).PrintAsync(await DocumentAsync());

        Assert.AreEqual("%PDF-", Encoding.ASCII.GetString(printed.Content.AsSpan(0, 5)));
        Assert.AreEqual("annuel-dunkerque-2024.pdf", printed.FileName);
        StringAssert.Contains(Printed(printed.Content).Replace(" ", "", StringComparison.Ordinal), "onerror=document.title='RAN'");
    }

    private static async Task<ReportDocument> DocumentAsync()
    {
        var site = s_host.Services.GetRequiredService<ISiteCatalogue>().Find("dunkerque")!;
        Assert.IsTrue(ReportPeriod.TryParse("2024", out var period));
        return await s_host.Services.GetRequiredService<ReportService>().RenderAsync(site, site.Reports.Single(report => report.Id == "annuel"), period);
    }

    /// <summary>Every address that the page asks for, whatever it is.</summary>
    private static List<string> Listen(IPage page)
    {
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        return asked;
    }

    private static string Printed(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Concat(document.GetPages().Select(page => page.Text));
    }

    private static bool IsData(string file) =>
        Path.GetExtension(file) is ".json" or ".html" && !file.Contains("bin", StringComparison.Ordinal) && !file.Contains("obj", StringComparison.Ordinal);

    private sealed class TempFile : IDisposable
    {
        private readonly string _path;

        public TempFile(string ending, byte[] content)
        {
            _path = Path.Combine(Path.GetTempPath(), $"modular-{Guid.NewGuid():N}{ending}");
            File.WriteAllBytes(_path, content);
        }

        public string Address => new Uri(_path).AbsoluteUri;

        public void Dispose() => File.Delete(_path);
    }
}
