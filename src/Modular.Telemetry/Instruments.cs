using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;

namespace Modular.Telemetry;

/// <summary>What is measured, and by what it is told apart. What is not named here is not exported.</summary>
internal static class Instruments
{
    /// <summary>Our own begin so. Theirs is named by the module that wrote; the others stand alone.</summary>
    private const string Own = "modular.";

    /// <summary>Of each instrument: routes are some eighty, and what is more is counted together.</summary>
    private const int MostSeries = 1000;

    private static readonly FrozenDictionary<string, string[]> Allowed = new Dictionary<string, string[]>
    {
        // Never url.scheme or server.address: they are what the caller says.
        ["http.server.request.duration"] = ["http.request.method", "http.route", "http.response.status_code", "error.type", "network.protocol.version"],
        ["http.server.active_requests"] = ["http.request.method"],
        ["kestrel.active_connections"] = [],
        ["kestrel.queued_requests"] = [],
        ["kestrel.rejected_connections"] = [],
        ["dotnet.process.cpu.time"] = ["cpu.mode"],
        ["dotnet.process.memory.working_set"] = [],
        ["dotnet.gc.last_collection.heap.size"] = ["gc.heap.generation"],
        ["dotnet.gc.pause.time"] = [],
        ["dotnet.thread_pool.thread.count"] = [],
        ["dotnet.thread_pool.queue.length"] = [],
        ["dotnet.exceptions"] = ["error.type"],
    }.ToFrozenDictionary();

    public static IReadOnlyList<string> MetersOfFramework { get; } = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    public static MetricStreamConfiguration View(Instrument instrument) =>
        Allowed.TryGetValue(instrument.Name, out var tags) ? Keeping(tags)
        : instrument.Name.StartsWith(Own, StringComparison.Ordinal) ? Keeping("modular.module")
        : MetricStreamConfiguration.Drop;

    private static MetricStreamConfiguration Keeping(params string[] tags) => new() { TagKeys = tags, CardinalityLimit = MostSeries };
}
