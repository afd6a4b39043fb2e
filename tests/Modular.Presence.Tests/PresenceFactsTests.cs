using Modular.Presence.Marks;
using Modular.Statistics;
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
        await store.Get<PresenceDesk>().HoldAsync(new MarkRequest(HauteMarne, first, 0, Guid.NewGuid()));
        await store.Get<PresenceDesk>().ReplaceAsync(new MarkRequest(HauteMarne, Morning("poste-2", "chaumont", Monday), 0, Guid.NewGuid()), null, "Camille Exemple");

        await store.Get<IFactSource>().PushAsync("haute-marne", Monday, Monday.AddDays(6));

        var facts = store.Facts.ByUnit["half_days"];
        Assert.HasCount(20, facts);
        var held = facts.Single(fact => fact.Codes["state"].Single() == "held");
        Assert.AreEqual("saint-dizier poste-1 morning police", string.Join(' ', held.Codes["station"].Concat(held.Codes["post"]).Concat(held.Codes["half_day"]).Concat(held.Codes["force"])));
        Assert.AreEqual(18, facts.Count(fact => fact.Codes["state"].Single() == "planned"), "a past half-day that nobody marked is not held");
        Assert.IsFalse(facts.Any(fact => fact.Owner.Contains("Camille") || fact.Codes.Values.SelectMany(codes => codes).Any(code => code.Contains("Camille"))));
    }

    [TestMethod]
    public async Task Promise_crosses_the_wall_less_the_holidays()
    {
        await using var store = await RealStore.OpenAsync();

        await store.Get<IFactSource>().PushAsync("haute-marne", Day("2026-12-21"), Day("2026-12-27"));

        Assert.HasCount(17, store.Facts.ByUnit["promised_half_days"]);
        Assert.AreEqual(3, store.Facts.ByUnit["half_days"].Count(fact => fact.Codes["state"].Single() == "holiday"));
        Assert.HasCount(17, store.Facts.ByUnit["promised_half_days"].DistinctBy(fact => fact.Owner).ToList());
    }

    [TestMethod]
    public async Task Exact_hours_over_two_half_days_are_two_facts_and_a_duty_by_telephone_is_none()
    {
        var site = Site([Weekly("poste-1", "paris", ("monday", "09:00-17:00")), OnCall("poste-2", "18:00-08:00")]);
        await using var store = await RealStore.OpenAsync(site);

        await store.Get<IFactSource>().PushAsync(site.Id, Monday, Monday);

        CollectionAssert.AreEqual(new[] { "morning", "afternoon" }, store.Facts.ByUnit["half_days"].Select(fact => fact.Codes["half_day"].Single()).ToArray());
    }

    [TestMethod]
    public async Task Site_whose_plugin_is_away_keeps_its_facts()
    {
        await using var store = await RealStore.OpenAsync();

        await store.Get<IFactSource>().PushAsync("pantin", Monday, Monday);

        Assert.IsEmpty(store.Facts.ByUnit);
    }
}
