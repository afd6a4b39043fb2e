using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Modular.Jobs.Background;

namespace Modular.Jobs.Tests.Background;

[TestClass]
public sealed class BackgroundLoopTests
{
    private readonly ConcurrentQueue<string> _happened = new();
    private readonly SemaphoreSlim _rounds = new(0);

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task It_begins_once_the_host_has_started()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddHostedService(_ => LoopOf(() => _happened.Enqueue("round")));
        builder.Services.AddHostedService(_ => new LastToStart(_happened));
        using var host = builder.Build();
        await host.StartAsync(TestContext.CancellationToken);
        await _rounds.WaitAsync(TestContext.CancellationToken);
        CollectionAssert.AreEqual(new[] { "started", "round" }, _happened);
        await host.StopAsync(TestContext.CancellationToken);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task It_turns_again_when_it_is_woken_though_the_round_before_failed_and_ends_with_the_host()
    {
        using var loop = LoopOf(() => throw new IOException("database is locked"));
        await loop.StartAsync(TestContext.CancellationToken);
        await ((IHostedLifecycleService)loop).StartedAsync(TestContext.CancellationToken);
        await _rounds.WaitAsync(TestContext.CancellationToken);
        loop.Wake();
        await _rounds.WaitAsync(TestContext.CancellationToken);
        await loop.StopAsync(TestContext.CancellationToken);
        Assert.IsTrue(loop.ExecuteTask!.IsCompletedSuccessfully);
    }

    private Loop LoopOf(Action round) => new(round, _rounds);

    private sealed class Loop(Action round, SemaphoreSlim rounds) : BackgroundLoop(Timeout.InfiniteTimeSpan, TimeProvider.System, NullLogger.Instance)
    {
        protected override Task RoundAsync(CancellationToken cancellation)
        {
            try
            {
                round();
            }
            finally
            {
                rounds.Release();
            }

            return Task.CompletedTask;
        }
    }

    private sealed class LastToStart(ConcurrentQueue<string> happened) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            happened.Enqueue("started");
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
