using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Modular.Reporting.Formats;

/// <summary>All the network that the printing browser has: one address with one page. Over HTTP, unlike a file, the page is shown no file either.</summary>
internal sealed class OnePageServer : IAsyncDisposable
{
    private const int LongestRequest = 16_384;

    /// <summary>Nothing runs or is fetched, whatever the page says. (Chromium prints by a script: no switch against scripts can be used.)</summary>
    private const string Headers =
        "Content-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
        + "Content-Security-Policy: sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\r\n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly byte[] _page;
    private readonly Task _serving;

    private OnePageServer(byte[] page)
    {
        _page = page;
        Page = new($"http://report-{Guid.NewGuid():N}.invalid/");
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Page { get; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public static OnePageServer Start(byte[] page) => new(page);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var answers = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                answers.RemoveAll(answer => answer.IsCompleted);
                answers.Add(AnswerAsync(client));
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(answers);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var connection = client;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        limit.CancelAfter(Patience);
        try
        {
            var stream = connection.GetStream();
            var asked = await RequestLineAsync(stream, limit.Token) == $"GET {Page} HTTP/1.1";
            var head = asked ? $"HTTP/1.1 200 OK\r\n{Headers}" : "HTTP/1.1 403 Forbidden\r\n";
            var body = asked ? _page : [];
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{head}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n"), limit.Token);
            await stream.WriteAsync(body, limit.Token);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException)
        {
            // The browser closed first, or is being closed: nothing is lost, the PDF is or is not there.
            client.Close();
        }
    }

    private static async Task<string> RequestLineAsync(NetworkStream stream, CancellationToken cancellation)
    {
        var request = new byte[LongestRequest];
        var length = 0;
        while (length < request.Length && request.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
        {
            var read = await stream.ReadAsync(request.AsMemory(length), cancellation);
            if (read == 0)
            {
                return "";
            }

            length += read;
        }

        var line = Encoding.ASCII.GetString(request, 0, length);
        return line[..Math.Max(line.IndexOf('\r', StringComparison.Ordinal), 0)];
    }
}
