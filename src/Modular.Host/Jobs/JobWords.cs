using Modular.Contracts.Wording;
using Modular.Jobs.Ledger;
using Modular.Reporting.Deliveries;

namespace Modular.Host.Jobs;

internal static class JobWords
{
    /// <summary>In the zone's own time, which is named where it is not that of the mainland.</summary>
    public static string When(DateTimeOffset at, TimeZoneInfo zone) =>
        FrenchTime.WeekDayMoment(TimeZoneInfo.ConvertTime(at, zone)) + (zone.Id == "Europe/Paris" ? "" : $" ({zone.Id})");

    public static string Of(JobState state) => Words.Of("job_state", state);

    public static string? Badge(JobState state) => state switch
    {
        JobState.Done => "badge-done",
        JobState.Failed => "badge-urgent",
        _ => null,
    };

    public static string Of(Delivery delivery) =>
        delivery.HadNothingToSay ? Words.Of("delivery_state", "nothing_to_say") : Words.Of("delivery_state", delivery.State);

    public static string? Badge(DeliveryState state) => state switch
    {
        DeliveryState.Sent => "badge-done",
        DeliveryState.Failed => "badge-care",
        DeliveryState.GivenUp => "badge-urgent",
        _ => null,
    };
}
