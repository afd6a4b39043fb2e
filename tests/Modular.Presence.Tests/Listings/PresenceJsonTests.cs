using System.Text.Json;
using Modular.Presence.Listings;
using Modular.Presence.Outcomes;
using Modular.Presence.Staffing;
using static Modular.Presence.Tests.Example;

namespace Modular.Presence.Tests.Listings;

[TestClass]
public sealed class PresenceJsonTests
{
    [TestMethod]
    public void Half_day_is_written_with_local_times_and_their_offset()
    {
        var items = JsonDocument.Parse(PresenceJson.Write(HauteMarne, HauteMarne.Between(Monday, Monday.AddDays(6)))).RootElement;

        Assert.AreEqual(20, items.GetArrayLength());
        Assert.AreEqual(
            """
            {"date":"2026-11-23","start":"2026-11-23T09:00:00+01:00","end":"2026-11-23T12:00:00+01:00",
            "half_day":"morning","station":"chaumont","post":"poste-2","worker":null,"state":"planned"}
            """.ReplaceLineEndings(""),
            JsonSerializer.Serialize(items[0], new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [TestMethod]
    public void Duty_by_telephone_says_so_and_has_neither_half_day_nor_station()
    {
        var duty = JsonDocument.Parse(PresenceJson.Write(HauteMarne, Site([OnCall("poste-1", "18:00-08:00")]).Between(Monday, Monday))).RootElement[0];

        Assert.IsTrue(duty.GetProperty("on_call").GetBoolean());
        Assert.AreEqual(JsonValueKind.Null, duty.GetProperty("half_day").ValueKind);
        Assert.AreEqual(JsonValueKind.Null, duty.GetProperty("station").ValueKind);
        Assert.AreEqual("2026-11-24T08:00:00+01:00", duty.GetProperty("end").GetString());
    }

    [TestMethod]
    public void Worker_is_null_unless_the_site_names_its_workers()
    {
        var records = new PresenceRecords([], [], [new PostHolder(Guid.NewGuid(), "haute-marne", "poste-2", "Camille Exemple", Monday, null)]);
        var occurrences = ActualOccurrences.Between(HauteMarne, Monday, Monday, records);
        var naming = HauteMarne with { Presence = HauteMarne.Presence with { NamesWorker = true } };

        Assert.IsFalse(PresenceJson.Write(HauteMarne, occurrences).Contains("Camille"));
        Assert.IsTrue(PresenceJson.Write(naming, occurrences).Contains("Camille"));
    }
}
