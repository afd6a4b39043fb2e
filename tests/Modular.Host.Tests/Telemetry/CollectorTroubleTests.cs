using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Modular.Host.Composition;
using Modular.Tests;

namespace Modular.Host.Tests.Telemetry;

/// <summary>What becomes of a host whose collector does not do its part.</summary>
[TestClass]
public sealed class CollectorTroubleTests
{
    [TestMethod]
    public async Task One_that_never_answers_holds_neither_a_page_nor_the_end()
    {
        var never = new TaskCompletionSource();
        await using var collector = await OtlpReceiver.StartAsync(context => never.Task.WaitAsync(context.RequestAborted));
        var host = await HostUnderTest.StartAsync(options => options with { Settings = collector.Settings });
        using var visitor = host.Visitor();
        for (var turn = 0; turn < 20; turn++)
        {
            using var page = await visitor.GetAsync(new Uri("/connexion", UriKind.Relative));
            Assert.AreEqual(HttpStatusCode.OK, page.StatusCode);
        }

        await collector.Until(sent => sent.Exports >= 2);
        // Two seconds for the collector; the rest is the host's own end, on a machine that does other things.
        await host.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        never.SetResult();
    }

    [TestMethod]
    public async Task One_that_takes_nothing_is_told_once_in_the_log_without_its_address()
    {
        await using var collector = await OtlpReceiver.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        });
        var said = new ConcurrentQueue<string>();
        await using (var host = await HostUnderTest.StartAsync(options => options with
        {
            Settings = collector.Settings,
            Services = services => services.AddSingleton<ILoggerProvider>(new Kept(said)),
        }))
        {
            await collector.Until(sent => sent.Exports >= 4);
        }

        var line = said.Single(line => line.Contains("collector", StringComparison.Ordinal));
        Assert.DoesNotContain(collector.Settings["OTEL_EXPORTER_OTLP_ENDPOINT"]!, line);
    }

    [TestMethod]
    public void An_address_that_is_none_is_refused_in_a_sentence()
    {
        var settings = new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "collector:4318" };
        var refused = Assert.ThrowsExactly<SettingRefusedException>(() => ModularApp.Build(new ServeOptions { Settings = settings }));
        Assert.AreEqual("OTEL_EXPORTER_OTLP_ENDPOINT is not an address, as http://127.0.0.1:4317.", refused.Message);
    }

    private sealed class Kept(ConcurrentQueue<string> said) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            said.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
