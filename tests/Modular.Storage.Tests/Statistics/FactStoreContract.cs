using Modular.Statistics.Facts;

namespace Modular.Storage.Tests.Statistics;

/// <summary>What every fact store keeps to, whatever the database.</summary>
public abstract class FactStoreContract
{
    private static readonly DateOnly Day = new(2024, 3, 1);

    protected abstract IFactSink Sink { get; }

    protected abstract IFactReader Reader { get; }

    protected Task PutAsync(string site, string owner, IReadOnlyList<Fact> facts) =>
        Sink.ReplaceAsync(site, new Dictionary<string, IReadOnlyList<Fact>> { [owner] = facts });

    [TestMethod]
    public async Task Facts_come_back_with_their_answers_and_measures()
    {
        await PutAsync(
            "dunkerque",
            "a",
            [
                Situation("a", Day, ("sex", ["female"]), ("secondary_problems", ["logement", "fugue"])) with
                {
                    Measures = new Dictionary<string, int> { ["days_open"] = 300, ["balance"] = -7 },
                },
            ]);
        CollectionAssert.AreEqual(
            new[] { "2024-03-01 balance=-7 days_open=300 secondary_problems=logement,fugue sex=female" }, await SituationsAsync("dunkerque"));
    }

    [TestMethod]
    public async Task Pushing_an_owner_again_replaces_all_it_had_and_nobody_elses()
    {
        await PutAsync("dunkerque", "a", [Situation("a", Day, ("sex", ["female"])), Situation("a", Day.AddDays(1))]);
        await PutAsync("dunkerque", "b", [Situation("b", Day, ("sex", ["male"]))]);
        await PutAsync("dunkerque", "a", [Situation("a", Day, ("sex", ["male"]))]);
        CollectionAssert.AreEqual(new[] { "2024-03-01 sex=male", "2024-03-01 sex=male" }, await SituationsAsync("dunkerque"));
    }

    [TestMethod]
    public async Task An_empty_list_takes_the_owner_away()
    {
        await PutAsync("dunkerque", "a", [Situation("a", Day)]);
        await PutAsync("dunkerque", "a", []);
        Assert.IsEmpty(await SituationsAsync("dunkerque"));
    }

    [TestMethod]
    public async Task First_and_last_day_are_both_included()
    {
        await PutAsync(
            "dunkerque",
            "a",
            [Situation("a", new(2024, 1, 1)), Situation("a", new(2024, 12, 31)), Situation("a", new(2023, 12, 31)), Situation("a", new(2025, 1, 1))]);
        CollectionAssert.AreEqual(new[] { "2024-01-01", "2024-12-31" }, await SituationsAsync("dunkerque"));
    }

    [TestMethod]
    public async Task Sites_and_units_do_not_see_each_other()
    {
        await PutAsync("dunkerque", "a", [Situation("a", Day)]);
        await PutAsync("pantin", "a", [Situation("a", Day) with { Site = "pantin" }, Situation("a", Day) with { Site = "pantin", Unit = FactUnits.Contacts }]);
        await PutAsync("dunkerque", "a", []);
        Assert.IsEmpty(await SituationsAsync("dunkerque"));
        Assert.HasCount(1, await SituationsAsync("pantin"));
    }

    [TestMethod]
    public async Task A_fact_outside_of_what_it_replaces_is_refused_whole()
    {
        await PutAsync("dunkerque", "a", [Situation("a", Day)]);
        await Assert.ThrowsExactlyAsync<ArgumentException>(() => PutAsync("dunkerque", "a", [Situation("b", Day)]));
        Assert.HasCount(1, await SituationsAsync("dunkerque"));
    }

    [TestMethod]
    public async Task Many_writers_at_once_agree_on_one_vocabulary()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() =>
            PutAsync("loire", $"o{number}", [Situation($"o{number}", Day, ("sex", ["female"]), ("n", [$"{number % 3}"])) with { Site = "loire" }]))));
        var table = await Reader.ReadAsync("loire", [FactUnits.Situations], new(2024, 1, 1), new(2024, 12, 31));
        Assert.AreEqual(20, table.Units[FactUnits.Situations].Count);
        Assert.AreEqual(4, table.Words.Words.Count());
    }

    private async Task<string[]> SituationsAsync(string site) =>
        FactText.Of(await Reader.ReadAsync(site, [FactUnits.Situations], new(2024, 1, 1), new(2024, 12, 31)), FactUnits.Situations);

    private static Fact Situation(string owner, DateOnly on, params (string Dimension, string[] Codes)[] answers) => new(
        "dunkerque", FactUnits.Situations, owner, on, answers.ToDictionary(answer => answer.Dimension, answer => (IReadOnlyList<string>)answer.Codes),
        new Dictionary<string, int>());
}
