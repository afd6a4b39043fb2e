using Modular.Contracts.Reports;
using Modular.Statistics.Facts;
using Modular.Statistics.Figures;
using Modular.Statistics.Labels;
using Modular.Statistics.Periods;

namespace Modular.Statistics.Tests.Figures;

/// <summary>Where the engine finds the facts it counts.</summary>
[TestClass]
public sealed class FigureSourcesTests
{
    private static readonly FigureDefinition[] Figures =
    [
        FactsInMemory.Count("held", FactUnits.HalfDays, null, "state=held"),
        FactsInMemory.Count("situations"),
    ];

    [TestMethod]
    public async Task What_a_module_tells_is_counted_beside_what_is_stored_and_old_rows_of_its_units_are_not()
    {
        var stored = new FactsInMemory().Add(9, "2024-05-02", "sex=female").Add(700, FactUnits.HalfDays, "2024-05-02", [], "state=held");
        var calendar = new Calendar(times: 12);
        var figures = await ComputeAsync(stored, [], [calendar]);
        Assert.AreEqual((12m, 9m), (figures["held"].Value.Now.Value, figures["situations"].Value.Now.Value));
        CollectionAssert.AreEqual(new[] { "half_days 2024-01-01 2024-12-31", "half_days 2023-01-01 2023-12-31" }, calendar.Asked);
    }

    [TestMethod]
    public async Task What_waits_is_brought_before_anything_is_counted()
    {
        var stored = new FactsInMemory();
        var figures = await ComputeAsync(stored, [new Waiting(() => stored.Add(7, "2024-05-02"))], []);
        Assert.AreEqual(7m, figures["situations"].Value.Now.Value);
    }

    private static async Task<Dictionary<string, Figure>> ComputeAsync(FactsInMemory stored, IPendingFacts[] pending, IFactSource[] sources)
    {
        Assert.IsTrue(ReportPeriod.TryParse("2024", out var year));
        var question = new FigureQuestion(new SiteLabels(FactsInMemory.Site, [], FactsInMemory.Common), year, year.YearBefore, Figures, []);
        return (await new FigureEngine(stored, pending, sources).ComputeAsync(question)).ToDictionary(figure => figure.Name);
    }

    private sealed class Calendar(int times) : IFactSource
    {
        public List<string> Asked { get; } = [];

        public IReadOnlyCollection<string> Units => [FactUnits.HalfDays, FactUnits.PromisedHalfDays];

        public Task<IReadOnlyList<Fact>> FactsAsync(string site, string unit, DateOnly from, DateOnly to, CancellationToken cancellation = default)
        {
            Asked.Add($"{unit} {from:yyyy-MM-dd} {to:yyyy-MM-dd}");
            var held = new Fact(site, unit, "", from, new Dictionary<string, IReadOnlyList<string>> { ["state"] = ["held"] }, new Dictionary<string, int>());
            return Task.FromResult<IReadOnlyList<Fact>>([.. Enumerable.Repeat(held, times)]);
        }
    }

    private sealed class Waiting(Action bring) : IPendingFacts
    {
        public Task BringAsync(CancellationToken cancellation = default)
        {
            bring();
            return Task.CompletedTask;
        }
    }
}
