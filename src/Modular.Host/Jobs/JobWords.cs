using Modular.Contracts.Wording;
using Modular.Jobs.Ledger;
using Modular.Reporting.Deliveries;

namespace Modular.Host.Jobs;

/// <summary>States and hours as the administrator reads them.</summary>
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

    /// <summary>A message that had nothing to say was never handed over.</summary>
    public static string Of(Delivery delivery) =>
        delivery is { State: DeliveryState.Sent, SentAt: null } ? Words.Of("delivery_state", "nothing_to_say") : Words.Of("delivery_state", delivery.State);

    public static string? Badge(DeliveryState state) => state switch
    {
        DeliveryState.Sent => "badge-done",
        DeliveryState.Failed => "badge-care",
        DeliveryState.GivenUp => "badge-urgent",
        _ => null,
    };
}
