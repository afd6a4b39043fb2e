using Modular.Benchmarks.Browsing;
using Modular.Benchmarks.Processes;
using Modular.Benchmarks.Trials;
using Modular.Tests;

namespace Modular.Product.Tests.Serving;

/// <summary>Metrics and traces of a real process: none unless somebody names a collector.</summary>
[TestClass]
public sealed class TelemetryTests
{
    private const string Engine = "OpenTelemetry.dll";

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public async Task Without_a_collector_the_engine_is_not_even_loaded_and_with_one_routes_arrive()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        using var plugins = new Plugins();
        using var host = new ModularHost(plugins.Folder);
        await using (var silent = await host.ServeAsync())
        {
            await SeenAsync(silent);
            var loaded = await LoadedAsync(silent);
            Assert.Contains("Modular.Storage.dll", loaded);
            Assert.DoesNotContain(Engine, loaded);
            Assert.DoesNotContain("Modular.Telemetry.dll", loaded);
        }

        Collect(host, collector);
        await using var watched = await host.ServeAsync();
        await SeenAsync(watched);
        Assert.Contains(Engine, await LoadedAsync(watched));
        await collector.Until(sent => sent.Holds("GET /connexion") && sent.Holds("http.server.request.duration") && sent.Holds("modular.disk.free"));
    }

    [TestMethod]
    public async Task A_command_sends_nothing()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        using var plugins = new Plugins();
        plugins.Add("Dunkerque");
        using var host = new ModularHost(plugins.Folder);
        Collect(host, collector);
        await host.AddAccountAsync("chef", "admin");
        await host.RunAsync(["report", "list", "dunkerque"]);
        Assert.AreEqual(0, collector.Exports);
    }

    private static void Collect(ModularHost host, OtlpReceiver collector)
    {
        foreach (var (name, value) in collector.Settings)
        {
            host.Settings[name] = value!;
        }
    }

    private static async Task SeenAsync(ServedProcess served)
    {
        using var visitor = new Visitor(served.Address);
        await visitor.ReadAsync("/connexion");
    }

    /// <summary>The files of which something is in its memory.</summary>
    private static async Task<IReadOnlyList<string>> LoadedAsync(ServedProcess served) =>
        [.. (await File.ReadAllLinesAsync($"/proc/{served.Id}/maps")).Select(line => Path.GetFileName(line)).Distinct()];
}
