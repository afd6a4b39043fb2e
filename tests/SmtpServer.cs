using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Modular.Tests;

/// <summary>Where in the conversation a server says no.</summary>
public enum SmtpMoment
{
    Connect,
    Mail,
    Recipient,
    Data,
    Taken,
}

/// <summary>A small real mail server on a free port. It can be down, refuse at any moment of the conversation, and come back.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly List<string> _taken = [];
    private readonly Lock _lock = new();
    private TcpListener? _listener;
    private Task _serving = Task.CompletedTask;

    public SmtpServer()
    {
        Up();
        Port = ((IPEndPoint)_listener!.LocalEndpoint).Port;
    }

    public int Port { get; }

    /// <summary>The reply instead of the usual one, by moment; an empty one cuts the line.</summary>
    public Func<SmtpMoment, string?> Refusal { get; set; } = _ => null;

    public IReadOnlyList<string> Taken
    {
        get
        {
            lock (_lock)
            {
                return [.. _taken];
            }
        }
    }

    public int Connections { get; private set; }

    /// <summary>Connections are refused from now on.</summary>
    public async Task DownAsync()
    {
        _listener!.Stop();
        await _serving;
    }

    public void Up()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _serving = ServeAsync(_listener);
    }

    public async ValueTask DisposeAsync() => await DownAsync();

    private async Task ServeAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                Connections++;
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Down.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        try
        {
            if (!await ReplyAsync(SmtpMoment.Connect, "220 ready"))
            {
                return;
            }

            while (await reader.ReadLineAsync() is { } line)
            {
                var goesOn = line.Split(' ')[0].ToUpperInvariant() switch
                {
                    "EHLO" or "HELO" => await SayAsync("250 hello"),
                    "MAIL" => await ReplyAsync(SmtpMoment.Mail, "250 ok"),
                    "RCPT" => await ReplyAsync(SmtpMoment.Recipient, "250 ok"),
                    "DATA" => await ReplyAsync(SmtpMoment.Data, "354 go on") && await TakeAsync(),
                    "QUIT" => await SayAsync("221 bye") && false,
                    _ => await SayAsync("250 ok"),
                };
                if (!goesOn)
                {
                    return;
                }
            }
        }
        catch (IOException)
        {
            // The client hung up.
        }

        async Task<bool> TakeAsync()
        {
            var message = new StringBuilder();
            while (await reader.ReadLineAsync() is { } line && line != ".")
            {
                message.AppendLine(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line);
            }

            if (Refusal(SmtpMoment.Taken) is null)
            {
                lock (_lock)
                {
                    _taken.Add(message.ToString());
                }
            }

            return await ReplyAsync(SmtpMoment.Taken, "250 taken");
        }

        async Task<bool> ReplyAsync(SmtpMoment moment, string usual)
        {
            var reply = Refusal(moment) ?? usual;
            return reply.Length > 0 && await SayAsync(reply) && !reply.StartsWith("421", StringComparison.Ordinal);
        }

        async Task<bool> SayAsync(string reply)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(reply + "\r\n"));
            return true;
        }
    }
}
