using System.Globalization;
using System.Text.RegularExpressions;
using Modular.Benchmarks.Browsing;
using Modular.Benchmarks.Data;
using Modular.Benchmarks.Processes;

namespace Modular.Benchmarks.Measures;

/// <summary>
/// Does a page cost the same with many situations as with few? Each page by four people at once, warmed, on a host with a thousand and on one with many; all
/// situations wait for a first contact.
/// </summary>
internal static partial class Scale
{
    private const int Few = 1000;
    private const int People = 4;
    private const int FarPage = 200;

    private static readonly int Times = 400 / Part;
    private static readonly int WarmUp = 400 / Part;

    private static int Part => int.Parse(Environment.GetEnvironmentVariable("MODULAR_SCALE_PART") ?? "1", NumberStyles.None, CultureInfo.InvariantCulture);

    public static async Task RunAsync(TextWriter output, int many)
    {
        var (few, _) = await MeasureAsync(Few);
        var (lots, memory) = await MeasureAsync(many);
        foreach (var (page, load) in lots)
        {
            Say(output, $"{page}_p95_{Few}", few[page].P95, "ms");
            Say(output, $"{page}_p95_{many}", load.P95, "ms");
            Say(output, $"{page}_ratio", load.P95 / few[page].P95, "");
        }

        Say(output, $"memory_{many}", memory / 1024.0 / 1024.0, "MiB");
    }

    private static async Task<(IReadOnlyDictionary<string, Load> Loads, long Memory)> MeasureAsync(int situations)
    {
        using var host = new ModularHost();
        var worker = await host.AddAccountAsync("banc", "worker", YearOfSituations.Site);
        var table = Path.Combine(host.DataFolder, "situations.csv");
        await ManySituations.WriteAsync(table, situations, YearOfSituations.Year);
        await host.RunAsync(["situations", "import", YearOfSituations.Site, table]);
        await using var served = await host.ServeAsync();
        using var visitor = await Visitor.SignedInAsync(served.Address, worker);

        var list = await visitor.ReadAsync("/situations");
        var fiche = FicheLink().Match(list).Groups["address"].Value;
        var search = HtmlForm.With(list, field => field.Name == "recherche").Typed("recherche", ManySituations.MostFrequentName);
        var filled = await SituationPage.FilledAsync(visitor, new DateOnly(YearOfSituations.Year, 6, 1));
        var far = await FarAsync(visitor, list);
        var loads = new Dictionary<string, Load>
        {
            ["day"] = await PagesAsync(visitor, "/"),
            ["saisines"] = await PagesAsync(visitor, "/saisines"),
            ["list"] = await PagesAsync(visitor, "/situations"),
            ["page_200"] = await PagesAsync(visitor, far),
            ["search"] = await WarmedAsync(search, async form => (await visitor.SendAsync("/situations", form)).EnsureSuccessStatusCode().Dispose()),
            ["open"] = await PagesAsync(visitor, fiche),
            ["form"] = await PagesAsync(visitor, SituationPage.New),
            ["save"] = await WarmedAsync(filled, form => SituationPage.SaveAsync(visitor, form.Typed("_id", $"{Guid.NewGuid()}"))),
        };
        return (loads, served.ResidentBytes);
    }

    /// <summary>The page that two hundred clicks on the link to the next one lead to, or the last one.</summary>
    private static async Task<string> FarAsync(Visitor visitor, string page)
    {
        var address = "/situations";
        for (var turned = 1; turned < FarPage && NextLink().Match(page) is { Success: true } next; turned++)
        {
            address = System.Net.WebUtility.HtmlDecode(next.Groups["address"].Value);
            page = await visitor.ReadAsync(address);
        }

        return address;
    }

    private static Task<Load> PagesAsync(Visitor visitor, string address) => WarmedAsync(address, visitor.ReadAsync);

    private static async Task<Load> WarmedAsync<T>(T request, Func<T, Task> send)
    {
        await Load.OfAsync(Enumerable.Repeat(request, WarmUp).ToList(), send, People);
        return await Load.OfAsync(Enumerable.Repeat(request, Times).ToList(), send, People);
    }

    private static void Say(TextWriter output, string name, double value, string unit) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {value:0.##} {unit}").TrimEnd());

    [GeneratedRegex("href=\"(?<address>/situations/[0-9a-f]{32})\"")]
    private static partial Regex FicheLink();

    [GeneratedRegex("href=\"(?<address>[^\"]+)\" rel=\"next\"")]
    private static partial Regex NextLink();
}
