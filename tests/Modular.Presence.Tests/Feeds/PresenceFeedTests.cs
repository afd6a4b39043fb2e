using System.Globalization;
using Modular.Contracts.Sites;
using Modular.Presence.Feeds;
using Modular.Presence.Occurrences;
using Modular.Presence.Outcomes;
using Modular.Presence.Staffing;
using Modular.Sites;
using static Modular.Presence.Tests.Example;

namespace Modular.Presence.Tests.Feeds;

[TestClass]
public sealed class PresenceFeedTests
{
    private static readonly Edition Edition = new(4, new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero));

    [TestMethod]
    [DataRow("Europe/Paris", "2026-02-16", "2026-11-30")]
    [DataRow("Indian/Reunion", "2026-11-23", "2026-12-06")]
    [DataRow("America/Guadeloupe", "2026-11-23", "2026-12-06")]
    [DataRow("America/Miquelon", "2026-02-16", "2026-11-30")]
    public void Independent_parser_reads_the_same_events_at_the_same_instants(string zone, string from, string to)
    {
        var site = Site(
            [Weekly("poste-1", "paris", ("monday", "day"), ("saturday", "22:00-06:00"), ("sunday", "01:30-02:30")), OnCall("poste-2", "18:00-08:00")], zone);
        var occurrences = site.Between(Day(from), Day(to)).Where(occurrence => occurrence.State != PresenceState.Holiday).ToList();

        var read = IndependentReader.Read(PresenceFeed.Write(site, "Permanences", occurrences, Edition));

        CollectionAssert.AreEqual(
            occurrences.Select(occurrence => $"{occurrence.Id}@modular {Utc(occurrence.Start)} {Utc(occurrence.End)}").ToArray(),
            read.Events.Select(found => $"{found.Uid} {found.Start} {found.End}").ToArray());
        CollectionAssert.AllItemsAreUnique(read.Events.Select(found => found.Uid).ToList());
    }

    [TestMethod]
    public void Public_holiday_is_one_whole_day_whose_end_is_the_day_after()
    {
        var read = Read(HauteMarne, HauteMarne.Between(Day("2026-12-21"), Day("2026-12-27")));

        Assert.HasCount(18, read.Events, "17 half-days and the holiday");
        var christmas = read.Events.Single(found => found.Uid == "haute-marne/holiday/2026-12-25@modular");
        Assert.AreEqual(("2026-12-25", "2026-12-26"), (christmas.Start, christmas.End));
        StringAssert.Contains(christmas.Summary, "Noël");
    }

    [TestMethod]
    public void Sequence_rises_with_every_outcome_and_a_given_up_half_day_is_cancelled()
    {
        var id = Morning("poste-1", "saint-dizier", Monday);
        var before = Read(HauteMarne, HauteMarne.Between(Monday, Monday)).Events.Single(found => found.Uid == $"{id}@modular");
        var after = Read(HauteMarne, HauteMarne.Between(Monday, Monday, Marked(id, OutcomeKind.Skipped))).Events.Single(found => found.Uid == $"{id}@modular");

        Assert.AreEqual((4, "CONFIRMED"), (before.Sequence, before.Status));
        Assert.AreEqual((5, "CANCELLED"), (after.Sequence, after.Status));
        StringAssert.StartsWith(after.Summary, "Annulée");
    }

    [TestMethod]
    public void Worker_is_named_only_where_the_site_says_so_and_the_one_who_steps_in_never()
    {
        var records = new PresenceRecords(
            [Marked(Morning("poste-1", "saint-dizier", Monday), OutcomeKind.Replaced) with { ByWorker = "Dominique Exemple" }],
            [],
            [new PostHolder(Guid.NewGuid(), "haute-marne", "poste-1", "Camille Exemple", Monday, null)]);
        var monday = ActualOccurrences.Between(HauteMarne, Monday, Monday, records).Where(occurrence => occurrence.Post == "poste-1").ToList();
        var naming = HauteMarne with { Presence = HauteMarne.Presence with { NamesWorker = true } };

        CollectionAssert.AreEqual(new[] { "", "" }, Read(HauteMarne, monday).Events.Select(found => found.Description).ToArray());
        CollectionAssert.AreEqual(new[] { "", "Avec Camille Exemple." }, Read(naming, monday).Events.Select(found => found.Description).ToArray());
    }

    [TestMethod]
    public void Lines_end_in_CRLF_and_none_is_longer_than_75_octets_nor_cuts_a_character()
    {
        var name = string.Concat(Enumerable.Repeat("é😀ç,", 40));
        var text = PresenceFeed.Write(HauteMarne, name, HauteMarne.Between(Monday, Monday), Edition);

        var lines = text.Split("\r\n");
        Assert.AreEqual("", lines[^1]);
        Assert.IsFalse(lines.Any(line => line.Contains('\n') || line.Contains('\r')));
        Assert.IsTrue(lines.Max(System.Text.Encoding.UTF8.GetByteCount) is > 70 and <= 75);
        StringAssert.Contains(text.Replace("\r\n ", ""), $"X-WR-CALNAME:{name.Replace(",", "\\,")}\r\n");
    }

    [TestMethod]
    public void Text_with_separators_and_line_ends_is_read_as_it_was_written()
    {
        var station = new Station("paris", "Hôtel de police ; annexe \\ nord, rez-de-chaussée\nporte B", Force.Police);
        var site = Site([Weekly("poste-1", "paris", ("monday", "morning"))]);
        site = site with { Definition = site.Definition with { Stations = [station] } };

        var read = Read(site, site.Between(Monday, Monday));

        Assert.AreEqual(station.Name, read.Events.Single().Location);
        Assert.AreEqual(Edition.Since, read.Events.Single().Stamp);
    }

    [TestMethod]
    public void Empty_calendar_is_a_calendar() =>
        Assert.IsEmpty(Read(HauteMarne, []).Events);

    [TestMethod]
    public async Task Feed_is_the_same_text_until_something_changes_and_never_falls_back()
    {
        await using var store = await RealStore.OpenAsync();
        async Task<(string Text, DateTimeOffset LastModified, int Sequence)> FeedAsync(LoadedSite site)
        {
            var feed = await store.Get<PresenceFeedService>().OfAsync(site, "chaumont");
            return (
                feed.Text,
                feed.LastModified,
                IndependentReader.Read(feed.Text).Events.Single(found => found.Uid == $"{Morning("poste-2", "chaumont", Monday)}@modular").Sequence);
        }

        var first = await FeedAsync(HauteMarne);
        store.Clock.Now = store.Clock.Now.AddHours(1);
        Assert.AreEqual(first, await FeedAsync(HauteMarne));

        await store.Get<OutcomeService>().HoldAsync(new OutcomeRequest(HauteMarne, Morning("poste-2", "chaumont", Monday), 0, Guid.Empty));
        var marked = await FeedAsync(HauteMarne);
        Assert.AreEqual(store.Clock.Now, marked.LastModified);
        var changed = await FeedAsync(HauteMarne with { Hash = "second" });
        var back = await FeedAsync(HauteMarne);

        Assert.IsTrue(first.Sequence < marked.Sequence && marked.Sequence < changed.Sequence && changed.Sequence < back.Sequence);
    }

    private static IndependentReader Read(LoadedSite site, IReadOnlyList<Occurrence> occurrences) =>
        IndependentReader.Read(PresenceFeed.Write(site, "Permanences – Haute-Marne", occurrences, Edition));

    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
}
