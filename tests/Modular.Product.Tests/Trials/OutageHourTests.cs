using Modular.Benchmarks.Trials;

namespace Modular.Product.Tests.Trials;

/// <summary>The trial of the outage makes a schedule of the minute at which it runs: there must be one at every minute.</summary>
[TestClass]
public sealed class OutageHourTests
{
    [TestMethod]
    [DataRow(2027, 3, 28, DisplayName = "the night that the hour changes")]
    [DataRow(2028, 2, 29, DisplayName = "29 February")]
    [DataRow(2028, 12, 31, DisplayName = "the last day of a year")]
    public void At_every_hour_there_is_a_zone_whose_sites_may_name_it(int year, int month, int day)
    {
        // From before the day has begun anywhere until it has ended everywhere.
        var begin = new DateTimeOffset(year, month, day, 0, 30, 0, TimeSpan.Zero).AddHours(-15);
        foreach (var due in Enumerable.Range(0, 55).Select(hours => begin.AddHours(hours)))
        {
            var (zone, local) = OutageTrial.Locally(due);
            Assert.AreEqual(due, local.ToUniversalTime());
            Assert.AreNotEqual(2, local.Hour, $"{due:u} in {zone}");
            Assert.IsFalse(local is { Month: 2, Day: 29 }, $"{due:u} in {zone}");
        }
    }
}
