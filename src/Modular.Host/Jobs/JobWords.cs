using System.Globalization;
using Modular.Jobs.Ledger;
using Modular.Reporting.Deliveries;

namespace Modular.Host.Jobs;

/// <summary>States and hours as the administrator reads them.</summary>
internal static class JobWords
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>In the zone's own time, which is named where it is not that of the mainland.</summary>
    public static string When(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("ddd d MMM yyyy, H 'h' mm", French) + (zone.Id == "Europe/Paris" ? "" : $" ({zone.Id})");

    public static string Of(JobState state) => state switch
    {
        JobState.Planned => "prévue",
        JobState.Running => "en cours",
        JobState.Done => "faite",
        JobState.Failed => "échec",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string? Badge(JobState state) => state switch
    {
        JobState.Done => "badge-done",
        JobState.Failed => "badge-urgent",
        _ => null,
    };

    /// <summary>A message that had nothing to say was never handed over.</summary>
    public static string Of(Delivery delivery) => delivery is { State: DeliveryState.Sent, SentAt: null } ? "rien à dire" : Of(delivery.State);

    private static string Of(DeliveryState state) => state switch
    {
        DeliveryState.Planned => "prévu",
        DeliveryState.Rendered => "rédigé",
        DeliveryState.Sending => "envoi en cours",
        DeliveryState.Sent => "remis",
        DeliveryState.Failed => "échec, sera réessayé",
        DeliveryState.GivenUp => "abandonné",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string? Badge(DeliveryState state) => state switch
    {
        DeliveryState.Sent => "badge-done",
        DeliveryState.Failed => "badge-care",
        DeliveryState.GivenUp => "badge-urgent",
        _ => null,
    };
}
