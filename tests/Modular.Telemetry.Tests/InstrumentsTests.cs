using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Modular.Telemetry.Tests;

[TestClass]
public sealed class InstrumentsTests
{
    [TestMethod]
    public void A_measure_is_told_apart_by_what_is_named_and_by_nothing_else()
    {
        var exported = Exported(meter => meter.CreateHistogram<double>("http.server.request.duration").Record(
            1, new("http.route", "/situations/{id}"), new("server.address", "canari.example"), new("url.scheme", "canari")));
        Assert.AreEqual("http.server.request.duration http.route=/situations/{id}", exported.Single());
    }

    [TestMethod]
    public void Of_our_own_the_module_is_kept()
    {
        var exported = Exported(meter => meter.CreateCounter<int>("modular.write.duration").Add(1, new("modular.module", "intake"), new("login", "canari")));
        Assert.AreEqual("modular.write.duration modular.module=intake", exported.Single());
    }

    [TestMethod]
    public void An_instrument_that_nobody_named_is_not_exported() =>
        Assert.IsEmpty(Exported(meter => meter.CreateCounter<int>("kestrel.connection.duration").Add(1, new KeyValuePair<string, object?>("login", "canari"))));

    [TestMethod]
    public void Made_up_values_are_counted_together_after_a_thousand()
    {
        var exported = Exported(meter =>
        {
            var exceptions = meter.CreateCounter<int>("dotnet.exceptions");
            for (var made = 0; made < 3000; made++)
            {
                exceptions.Add(1, new KeyValuePair<string, object?>("error.type", $"type {made}"));
            }
        });
        Assert.IsLessThanOrEqualTo(1001, exported.Count);
        Assert.Contains("dotnet.exceptions otel.metric.overflow=True", exported);
    }

    private static List<string> Exported(Action<Meter> measure)
    {
        using var meter = new Meter($"Modular.Telemetry.Tests.{Guid.NewGuid():N}");
        var exported = new List<string>();
        // What was measured is exported when it ends.
        using (Sdk.CreateMeterProviderBuilder().AddMeter(meter.Name).AddView(Instruments.View)
            .AddReader(new BaseExportingMetricReader(new Taken(exported))).Build())
        {
            measure(meter);
        }

        return exported;
    }

    private sealed class Taken(List<string> exported) : BaseExporter<Metric>
    {
        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (var metric in batch)
            {
                foreach (ref readonly var point in metric.GetMetricPoints())
                {
                    var tags = new List<string>();
                    foreach (var tag in point.Tags)
                    {
                        tags.Add($"{tag.Key}={tag.Value}");
                    }

                    exported.Add($"{metric.Name} {string.Join(' ', tags)}");
                }
            }

            return ExportResult.Success;
        }
    }
}
