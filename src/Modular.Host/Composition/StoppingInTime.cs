using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Modular.Host.Composition;

/// <summary>Whoever starts the host often kills it ten seconds after telling it to stop: it ends by itself before.</summary>
internal static class StoppingInTime
{
    /// <summary>For all that stops, one after the other.</summary>
    private static readonly TimeSpan Whole = TimeSpan.FromSeconds(8);

    /// <summary>For what people are in the middle of. A save takes a fraction of a second; a line that hangs would take all the time there is.</summary>
    private static readonly TimeSpan Answers = TimeSpan.FromSeconds(3);

    public static void StopInTime(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Whole);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(CutOffAtTheEnd));
    }

    private static void CutOffAtTheEnd(ListenOptions endpoint)
    {
        var stopping = endpoint.ApplicationServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        endpoint.Use(next => connection => ServeAsync(next, connection, stopping));
    }

    private static async Task ServeAsync(ConnectionDelegate next, ConnectionContext connection, CancellationToken stopping)
    {
        using var late = new CancellationTokenSource();
        await using var cutOff = late.Token.Register(() => connection.Abort(new ConnectionAbortedException("The host stops.")));
        await using var told = stopping.Register(() => late.CancelAfter(Answers));
        await next(connection);
    }
}
