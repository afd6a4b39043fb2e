using System.Runtime.CompilerServices;
using Modular.Host.Composition;
using Modular.Host.Pages.Administration;
using Modular.Host.Web;
using Modular.Jobs;
using Modular.Storage;
using Modular.Telemetry;

namespace Modular.Host.Telemetry;

/// <summary>Metrics and traces for a tool that watches hosts, from those who serve and whose administrator names a collector.</summary>
internal static class HostTelemetry
{
    public static void AddHostTelemetry(this IServiceCollection services, IConfiguration configuration, ModularSettings settings)
    {
        if (configuration[TelemetryServices.Collector] is not { Length: > 0 } collector)
        {
            return;
        }

        if (!Uri.TryCreate(collector, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new SettingRefusedException($"{TelemetryServices.Collector} is not an address, as http://127.0.0.1:4317.");
        }

        services.Export(settings);
    }

    /// <summary>Apart: the engine is not even loaded by hosts without a collector.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Export(this IServiceCollection services, ModularSettings settings) => services
        .AddTelemetry(new TelemetrySources(
            "modular",
            EtatModel.Version,
            () => HostOwner.IdOf(settings.DataFolder),
            Spans: [RequestSpans.Source, JobsServices.Spans],
            Meters: [StateGauges.MeterName, WriteFigures.MeterName]))
        .AddHostedService<StateGauges>();
}
