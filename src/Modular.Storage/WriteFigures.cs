using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Modular.Storage;

/// <summary>How many save, and how long they wait for their turn and for the disk. Nothing is counted where nobody watches.</summary>
public static class WriteFigures
{
    public const string MeterName = "Modular.Storage";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Histogram<double> Writes = Meter.CreateHistogram(
        "modular.write.duration",
        "s",
        "From asking to write a module's tables until the disk has it.",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10] });

    internal static void Add(long began, string module)
    {
        if (Writes.Enabled)
        {
            Writes.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("modular.module", module));
        }
    }
}
