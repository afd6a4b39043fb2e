using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.IO;
using SmtpServer.Net;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Modular.Tests;

/// <summary>Where in the conversation a server says no.</summary>
public enum MailMoment
{
    Connect,
    Mail,
    Recipient,
    Data,
    Taken,
    Farewell,
}

/// <summary>How a server is set up.</summary>
public sealed record MailServerSetup
{
    /// <summary>STARTTLS is offered with it; none: it is not offered.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>TLS from the first octet.</summary>
    public bool IsImplicit { get; init; }

    /// <summary>Nobody sends without it; none: everybody may.</summary>
    public (string User, string Password)? Login { get; init; }
}

/// <summary>
/// A mail server that is not ours (cosullivan/SmtpServer) on a free port. It can be down, refuse at any moment of the conversation, cut the line, say
/// nothing, and come back.
/// </summary>
public sealed class MailServer : IAsyncDisposable
{
    /// <summary>A refusal that cuts the line.</summary>
    public const string Cut = "";

    /// <summary>A refusal, on connecting or once it was all said: the line stays open and nothing comes.</summary>
    public const string Mute = "(mute)";

    private readonly MailServerSetup _setup;
    private readonly ConcurrentQueue<string> _taken = new();
    private CancellationTokenSource _up = new();
    private Task _serving = Task.CompletedTask;
    private int _connections;

    public MailServer(MailServerSetup? setup = null)
    {
        _setup = setup ?? new MailServerSetup();
        Up();
    }

    public int Port { get; private set; }

    /// <summary>The reply instead of the usual one, by moment.</summary>
    public Func<MailMoment, string?> Refusal { get; set; } = _ => null;

    /// <summary>What was taken, as it came over the line.</summary>
    public IReadOnlyList<string> Taken => [.. _taken];

    public int Connections => _connections;

    /// <summary>What a message says to who reads it, as text and as a page.</summary>
    public static string Text(string taken)
    {
        using var mail = MimeKit.MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(taken)));
        return $"{mail.TextBody}\n{mail.HtmlBody}";
    }

    /// <summary>The name by which the last caller introduced itself.</summary>
    public string? Greeted { get; private set; }

    /// <summary>Whether the last command came encrypted.</summary>
    public bool WasEncrypted { get; private set; }

    /// <summary>Connections are refused from now on.</summary>
    public async Task DownAsync()
    {
        await _up.CancelAsync();
        await _serving;
    }

    public void Up()
    {
        _up = new CancellationTokenSource();
        var services = new ServiceProvider();
        services.Add(new Door(this));
        services.Add(new Box(this));
        services.Add(new DelegatingUserAuthenticator((user, password) => (user, password) == _setup.Login));
        var options = new SmtpServerOptionsBuilder().ServerName("mail.exemple.fr").Endpoint(Endpoint).Build();
        var server = new SmtpServer.SmtpServer(options, services);
        server.SessionCreated += (_, session) => session.Context.CommandExecuting += (_, executing) => Judge(session.Context, executing.Command);
        // It listens by the time this returns.
        _serving = server.StartAsync(_up.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await DownAsync();
        _up.Dispose();
    }

    private void Endpoint(EndpointDefinitionBuilder endpoint)
    {
        endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port))
            .IsSecure(_setup.IsImplicit)
            .SupportedSslProtocols(SslProtocols.None)
            .AuthenticationRequired(_setup.Login is not null)
            .AllowUnsecureAuthentication(_setup.Login is not null);
        if (_setup.Certificate is { } certificate)
        {
            endpoint.Certificate(certificate);
        }
    }

    private void Judge(ISessionContext session, SmtpCommand command)
    {
        if (command is EhloCommand greeting)
        {
            Greeted = greeting.DomainOrAddress;
        }

        WasEncrypted = session.Pipe.IsSecure;
        MailMoment? moment = command switch
        {
            MailCommand => MailMoment.Mail,
            RcptCommand => MailMoment.Recipient,
            DataCommand => MailMoment.Data,
            QuitCommand => MailMoment.Farewell,
            _ => null,
        };
        if (moment is { } at && Refusal(at) is { } refusal)
        {
            throw refusal == Cut ? new IOException("cut") : new SmtpResponseException(Reply(refusal), refusal.StartsWith("421", StringComparison.Ordinal));
        }
    }

    private static SmtpResponse Reply(string line) => new((SmtpReplyCode)int.Parse(line.AsSpan(0, 3), CultureInfo.InvariantCulture), line[4..]);

    private static Task ForeverAsync(CancellationToken cancellation) => Task.Delay(Timeout.Infinite, cancellation);

    /// <summary>Refuses on connecting: the server behind it greets whoever it lets in.</summary>
    private sealed class Door(MailServer server) : EndpointListenerFactory
    {
        public override IEndpointListener CreateListener(IEndpointDefinition endpointDefinition) =>
            new Doorman(server, base.CreateListener(endpointDefinition));

        protected override void OnEndpointStarted(EndpointEventArgs args) => server.Port = ((IPEndPoint)args.LocalEndPoint).Port;
    }

    private sealed class Doorman(MailServer server, IEndpointListener listener) : IEndpointListener
    {
        private readonly List<ISecurableDuplexPipe> _held = [];

        public async Task<ISecurableDuplexPipe> GetPipeAsync(ISessionContext context, CancellationToken cancellationToken)
        {
            while (true)
            {
                var pipe = await listener.GetPipeAsync(context, cancellationToken);
                Interlocked.Increment(ref server._connections);
                var refusal = server.Refusal(MailMoment.Connect);
                if (refusal is null)
                {
                    return pipe;
                }

                context.Properties.Clear();
                if (refusal == Mute)
                {
                    _held.Add(pipe);
                    continue;
                }

                if (refusal != Cut)
                {
                    await pipe.Output.WriteReplyAsync(Reply(refusal), cancellationToken);
                }

                pipe.Dispose();
            }
        }

        public void Dispose()
        {
            _held.ForEach(pipe => pipe.Dispose());
            listener.Dispose();
        }
    }

    private sealed class Box(MailServer server) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            switch (server.Refusal(MailMoment.Taken))
            {
                case null:
                    server._taken.Enqueue(Encoding.UTF8.GetString(buffer));
                    return SmtpResponse.Ok;
                case Mute:
                    await ForeverAsync(cancellationToken);
                    return SmtpResponse.Ok;
                case Cut:
                    context.Pipe.Dispose();
                    return SmtpResponse.Ok;
                case var refusal:
                    return Reply(refusal);
            }
        }
    }
}
