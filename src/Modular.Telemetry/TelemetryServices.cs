using Microsoft.Extensions.DependencyInjection;

namespace Modular.Telemetry;

public static class TelemetryServices
{
    /// <summary>The setting without which nothing is exported: an address, as the standard has it.</summary>
    public const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Exports spans and metrics to where the standard variables (OTEL_…) say, in the settings or the environment.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetrySources sources) =>
        services.AddSingleton(sources).AddHostedService<TelemetryService>();
}
