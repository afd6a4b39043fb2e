using Modular.Presence.Outcomes;
using Modular.Statistics.Facts;
using static Modular.Presence.Tests.Example;

namespace Modular.Presence.Tests;

[TestClass]
public sealed class PresenceFactsTests
{
    [TestMethod]
    public async Task Half_days_cross_the_wall_with_their_state_and_without_anybody()
    {
        await using var store = await RealStore.OpenAsync();
        var first = Morning("poste-1", "saint-dizier", Monday);
        await store.Get<OutcomeService>().HoldAsync(new OutcomeRequest(HauteMarne, first, 0, Guid.NewGuid()));
        await store.Get<OutcomeService>().ReplaceAsync(
            new OutcomeRequest(HauteMarne, Morning("poste-2", "chaumont", Monday), 0, Guid.NewGuid()), null, "Camille Exemple");

        var facts = await FactsAsync(store, "half_days", Monday, Monday.AddDays(6));

        Assert.HasCount(20, facts);
        var held = facts.Single(fact => fact.Codes["state"].Single() == "held");
        Assert.AreEqual(
            "saint-dizier poste-1 morning police",
            string.Join(' ', held.Codes["station"].Concat(held.Codes["post"]).Concat(held.Codes["half_day"]).Concat(held.Codes["force"])));
        Assert.AreEqual(18, facts.Count(fact => fact.Codes["state"].Single() == "planned"), "a past half-day that nobody marked is not held");
        Assert.IsFalse(facts.Any(fact => fact.Owner.Contains("Camille") || fact.Codes.Values.SelectMany(codes => codes).Any(code => code.Contains("Camille"))));
    }

    [TestMethod]
    public async Task Promise_crosses_the_wall_less_the_holidays()
    {
        await using var store = await RealStore.OpenAsync();

        var promised = await FactsAsync(store, "promised_half_days", Day("2026-12-21"), Day("2026-12-27"));
        var held = await FactsAsync(store, "half_days", Day("2026-12-21"), Day("2026-12-27"));

        Assert.HasCount(17, promised);
        Assert.AreEqual(3, held.Count(fact => fact.Codes["state"].Single() == "holiday"));
    }

    [TestMethod]
    public async Task Exact_hours_over_two_half_days_are_two_facts_and_a_duty_by_telephone_is_none()
    {
        var site = Site([Weekly("poste-1", "paris", ("monday", "09:00-17:00")), OnCall("poste-2", "18:00-08:00")]);
        await using var store = await RealStore.OpenAsync(site);

        var facts = await FactsAsync(store, "half_days", Monday, Monday);

        CollectionAssert.AreEqual(new[] { "morning", "afternoon" }, facts.Select(fact => fact.Codes["half_day"].Single()).ToArray());
    }

    [TestMethod]
    public async Task A_year_has_the_half_days_of_its_weeks_whatever_is_asked_beside()
    {
        await using var store = await RealStore.OpenAsync();
        await store.Get<OutcomeService>().MoveAsync(
            new OutcomeRequest(HauteMarne, Morning("poste-1", "saint-dizier", Day("2026-12-30")), 0, Guid.NewGuid()), Day("2027-01-05"), null, null);
        foreach (var unit in new[] { "half_days", "promised_half_days" })
        {
            var both = await FactsAsync(store, unit, Day("2026-01-01"), Day("2027-12-31"));
            var first = await FactsAsync(store, unit, Day("2026-01-01"), Day("2026-12-31"));
            var second = await FactsAsync(store, unit, Day("2027-01-01"), Day("2027-12-31"));
            CollectionAssert.AreEqual(both.Select(Told).ToList(), first.Concat(second).Select(Told).ToList(), unit);
        }

        static string Told(Fact fact) => $"{fact.On:yyyy-MM-dd} {string.Join(' ', fact.Codes.SelectMany(answer => answer.Value))}";
    }

    [TestMethod]
    public async Task Site_whose_plugin_is_away_tells_nothing()
    {
        await using var store = await RealStore.OpenAsync();

        Assert.IsEmpty(await store.Get<IFactSource>().FactsAsync("pantin", "half_days", Monday, Monday));
    }

    private static Task<IReadOnlyList<Fact>> FactsAsync(RealStore store, string unit, DateOnly from, DateOnly to) =>
        store.Get<IFactSource>().FactsAsync("haute-marne", unit, from, to);
}
