using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Modular.Tests;

/// <summary>A collector of OTLP over HTTP on the loopback, which keeps every byte that it is sent.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly WebApplication _app;
    private readonly List<byte[]> _kept = [];
    private readonly List<(Func<bool> Reached, TaskCompletionSource Told)> _waiting = [];
    private readonly Lock _lock = new();

    private OtlpReceiver(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(async context =>
        {
            using var sent = new MemoryStream();
            await context.Request.Body.CopyToAsync(sent);
            Keep(sent.ToArray());
            await answer(context);
        });
    }

    /// <summary>What has a host send here. It exports often, so that a test need not wait.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _app.Urls.Single(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "50",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
        // Longer than any test: whoever waits for it is seen.
        ["OTEL_EXPORTER_OTLP_TIMEOUT"] = "300000",
    };

    public int Exports
    {
        get
        {
            lock (_lock)
            {
                return _kept.Count;
            }
        }
    }

    /// <param name="answer">Takes what is sent, unless told otherwise.</param>
    public static async Task<OtlpReceiver> StartAsync(Func<HttpContext, Task>? answer = null)
    {
        var receiver = new OtlpReceiver(answer ?? (static _ => Task.CompletedTask));
        await receiver._app.StartAsync();
        return receiver;
    }

    public bool Holds(string text) => Holds(Encoding.UTF8.GetBytes(text));

    public bool Holds(byte[] bytes)
    {
        lock (_lock)
        {
            return _kept.Exists(sent => sent.AsSpan().IndexOf(bytes) >= 0);
        }
    }

    /// <summary>Returns once it is so, now or after what comes.</summary>
    public Task Until(Func<OtlpReceiver, bool> reached)
    {
        lock (_lock)
        {
            if (reached(this))
            {
                return Task.CompletedTask;
            }

            var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((() => reached(this), told));
            return told.Task.WaitAsync(Patience);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Keep(byte[] sent)
    {
        lock (_lock)
        {
            _kept.Add(sent);
            _waiting.FindAll(one => one.Reached()).ForEach(one => one.Told.TrySetResult());
        }
    }
}
