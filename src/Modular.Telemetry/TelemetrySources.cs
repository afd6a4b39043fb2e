namespace Modular.Telemetry;

/// <summary>Whose telemetry it is, and by what names the host's own spans and figures are found.</summary>
/// <param name="Host">Tells hosts of one database apart; asked for when telemetry begins.</param>
/// <param name="Spans">Names of activity sources. No other source is listened to.</param>
/// <param name="Meters">Names of meters, beside the framework's.</param>
public sealed record TelemetrySources(string Service, string Version, Func<string> Host, IReadOnlyList<string> Spans, IReadOnlyList<string> Meters);
