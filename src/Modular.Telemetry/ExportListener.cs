using System.Diagnostics.Tracing;
using Microsoft.Extensions.Logging;

namespace Modular.Telemetry;

/// <summary>Says once that nothing arrives: the exporter tells its failures to nobody else.</summary>
internal sealed partial class ExportListener(ILogger log) : EventListener
{
    private const string Exporter = "OpenTelemetry-Exporter-OpenTelemetryProtocol";

    private int _isSaid;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Exporter)
        {
            EnableEvents(eventSource, EventLevel.Error);
        }
    }

    /// <summary>What it says may hold an address with its password: that it failed is enough.</summary>
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventSource.Name == Exporter && Interlocked.Exchange(ref _isSaid, 1) == 0)
        {
            Failed(log, eventData.EventName);
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "The collector did not take metrics or traces ({Failure}). What it does not take is lost; this is said once.")]
    private static partial void Failed(ILogger log, string? failure);
}
