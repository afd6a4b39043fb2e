using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using Modular.Contracts.Reports;
using Modular.Reporting.Formats;
using Modular.Statistics.Tests;
using static Modular.Statistics.Tests.FactsInMemory;

namespace Modular.Reporting.Tests.Formats;

[TestClass]
public sealed class HtmlReportTests
{
    [TestMethod]
    public async Task A_report_carries_its_policy_first_and_its_style_is_the_one_allowed()
    {
        var report = await Reports.RenderAsync(new FactsInMemory().Add(7, "2024-01-01"), "<p>Bilan</p>", Comparison.None, Count("situations"));
        var page = new HtmlParser().ParseDocument(report.Text(ReportFormat.Find("html")!));

        var first = page.Head!.FirstElementChild!;
        Assert.AreEqual("Content-Security-Policy", first.GetAttribute("http-equiv"));
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.QuerySelectorAll("style").Single().TextContent)));
        Assert.AreEqual($"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'", first.GetAttribute("content"));
        Assert.IsEmpty(page.QuerySelectorAll("[style], script, img, link, iframe"));
    }
}
