using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Modular.Telemetry;

/// <summary>Listens from the host's start to its end. What is exported waits on threads of its own: a collector that is away holds no request.</summary>
internal sealed partial class TelemetryService(TelemetrySources sources, IConfiguration settings, ILogger<TelemetryService> log) : IHostedService, IDisposable
{
    /// <summary>What a collector has not taken by then is lost: a host that ends is waited for.</summary>
    private const int LastWordsMilliseconds = 2000;

    private TracerProvider? _spans;
    private MeterProvider? _metrics;
    private ExportListener? _listener;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var host = sources.Host();
        _listener = new ExportListener(log);
        _spans = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(settings))
            .ConfigureResource(Named)
            .AddSource([.. sources.Spans])
            .AddProcessor(new SpanTagsProcessor())
            .AddOtlpExporter()
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(settings))
            .ConfigureResource(Named)
            .AddMeter([.. Instruments.MetersOfFramework, .. sources.Meters])
            .AddView(Instruments.View)
            // An exemplar holds the very tags that a view leaves out.
            .SetExemplarFilter(ExemplarFilterType.AlwaysOff)
            .AddOtlpExporter()
            .Build();
        Begun(log, new Uri(settings[TelemetryServices.Collector]!).Authority);
        return Task.CompletedTask;

        // What the administrator says in OTEL_RESOURCE_ATTRIBUTES stands.
        void Named(ResourceBuilder resource) => resource.Clear().AddTelemetrySdk()
            .AddService(sources.Service, serviceVersion: sources.Version, autoGenerateServiceInstanceId: false, serviceInstanceId: host)
            .AddEnvironmentVariableDetector();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Task.Run(() => _spans?.Shutdown(LastWordsMilliseconds), CancellationToken.None),
        Task.Run(() => _metrics?.Shutdown(LastWordsMilliseconds), CancellationToken.None));

    public void Dispose()
    {
        _spans?.Dispose();
        _metrics?.Dispose();
        _listener?.Dispose();
    }

    [LoggerMessage(LogLevel.Information, "Metrics and traces are sent to {Collector}.")]
    private static partial void Begun(ILogger log, string collector);
}
