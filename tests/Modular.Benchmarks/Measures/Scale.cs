using System.Globalization;
using System.Text.RegularExpressions;
using Modular.Benchmarks.Browsing;
using Modular.Benchmarks.Data;
using Modular.Benchmarks.Processes;
using Modular.Benchmarks.Trials;

namespace Modular.Benchmarks.Measures;

/// <summary>
/// Does a page cost the same with many situations as with few? Each page by four people at once, warmed, on a host with a thousand and on one with many: as life
/// leaves them, or all waiting for a first contact, as an import leaves them.
/// </summary>
internal static partial class Scale
{
    private const int Few = 1000;
    private const int People = 4;

    /// <summary>Of one fiche: more than anybody has.</summary>
    private const int MostContacts = 5000;

    private const int FarPage = 200;

    private static readonly int Times = 400 / Part;
    private static readonly int WarmUp = 400 / Part;

    private static int Part => int.Parse(Environment.GetEnvironmentVariable("MODULAR_SCALE_PART") ?? "1", NumberStyles.None, CultureInfo.InvariantCulture);

    public static async Task RunAsync(TextWriter output, int many, bool allWait = false)
    {
        var (few, _) = await MeasureAsync(Few, allWait);
        var (lots, memory) = await MeasureAsync(many, allWait);
        foreach (var (page, load) in lots)
        {
            Say(output, $"{page}_p95_{Few}", few[page].P95, "ms");
            Say(output, $"{page}_p95_{many}", load.P95, "ms");
            Say(output, $"{page}_ratio", load.P95 / few[page].P95, "");
        }

        Say(output, $"memory_{many}", memory / 1024.0 / 1024.0, "MiB");
    }

    private static async Task<(IReadOnlyDictionary<string, Load> Loads, long Memory)> MeasureAsync(int situations, bool allWait)
    {
        using var host = new ModularHost();
        var worker = await host.AddAccountAsync("banc", "worker", YearOfSituations.Site);
        var busiest = await FillAsync(host, situations, allWait);
        await using var served = await host.ServeAsync();
        using var visitor = await Visitor.SignedInAsync(served.Address, worker);

        var list = await visitor.ReadAsync("/situations");
        var fiche = SituationPage.Listed(list)[0];
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
        if (busiest is { } id)
        {
            loads[$"open_with_{MostContacts}_contacts"] = await PagesAsync(visitor, $"/situations/{id:N}");
        }

        return (loads, served.ResidentBytes);
    }

    /// <returns>The situation with the most contacts, if any has some.</returns>
    private static async Task<Guid?> FillAsync(ModularHost host, int situations, bool allWait)
    {
        if (allWait)
        {
            var table = Path.Combine(host.DataFolder, "situations.csv");
            await ManySituations.WriteAsync(table, situations, YearOfSituations.Year);
            await host.RunAsync(["situations", "import", YearOfSituations.Site, table]);
            return null;
        }

        await using var services = await ModularServicesHere.OpenAsync(host, Plugins.Project);
        var lived = new LivedSituations(services.Site(YearOfSituations.Site), situations, MostContacts);
        await lived.WriteAsync(services);
        return lived.Busiest;
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

    [GeneratedRegex("href=\"(?<address>[^\"]+)\" rel=\"next\"")]
    private static partial Regex NextLink();
}
