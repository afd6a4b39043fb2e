using System.Net.Security;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Modular.Jobs.Messages;

namespace Modular.Reporting.Deliveries;

/// <summary>SMTP, by MailKit. Every refusal may be retried: a mailbox full, a relay not yet allowed and a greylist look alike from here.</summary>
internal sealed class SmtpMailer(MailSettings settings, TimeProvider time) : IMailer
{
    public bool IsSet => !string.IsNullOrWhiteSpace(settings.Host);

    /// <summary>Judges the server's certificate; null: this machine does.</summary>
    internal RemoteCertificateValidationCallback? Certificates { get; init; }

    /// <summary>Where encryption is wanted and not to be had, nothing is said in clear.</summary>
    private SecureSocketOptions Encryption => settings switch
    {
        { ImplicitTls: true } => SecureSocketOptions.SslOnConnect,
        { StartTls: true } => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    public async Task SendAsync(string recipient, Message message, string messageId, CancellationToken cancellation)
    {
        var from = Address(settings.From)
            ?? throw new MailRefusedException("L’adresse d’expéditeur (Modular:Mail:From) n’est pas une adresse de messagerie.", "sender");
        var to = Address(recipient) ?? throw new MailRefusedException("L’adresse du destinataire n’est pas une adresse de messagerie.", "recipient");
        using var mail = Compose(from, to, message, messageId);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(settings.Timeout);
        // A client a message: a pooled connection that died would fail the next one.
        using var client = Client(from);
        try
        {
            await client.ConnectAsync(settings.Host!, settings.Port, Encryption, limit.Token);
            if (!string.IsNullOrEmpty(settings.User))
            {
                await client.AuthenticateAsync(settings.User, settings.Password ?? "", limit.Token);
            }

            await client.SendAsync(mail, limit.Token);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure) when (MailFailure.Sentence(failure, isEncrypting: !client.IsConnected) is { } sentence)
        {
            throw new MailRefusedException(sentence, MailFailure.Reason(failure));
        }

        // It is taken: whatever becomes of the farewell, it is not sent again.
        await client.DisconnectAsync(quit: true, limit.Token);
    }

    private SmtpClient Client(MailboxAddress from) => new()
    {
        // Not this machine's name, which is nobody's business.
        LocalDomain = string.IsNullOrEmpty(from.Domain) ? "localhost" : from.Domain,
        // Name, dates and authority are checked. Revocation would ask a third server, which may be out of reach, and outlast the attempt.
        CheckCertificateRevocation = false,
        ServerCertificateValidationCallback = Certificates,
        Timeout = (int)settings.Timeout.TotalMilliseconds,
    };

    private MimeMessage Compose(MailboxAddress from, MailboxAddress to, Message message, string messageId)
    {
        var mail = new MimeMessage([from], [to], message.Subject, Body(message)) { Date = time.GetUtcNow(), MessageId = messageId.Trim('<', '>') };
        // No answering machine answers, and no list takes it for a person's letter.
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return mail;
    }

    private static MimeEntity Body(Message message) => message.Html is { } html
        ? new MultipartAlternative(Part("plain", message.Text), Part("html", html))
        : Part("plain", message.Text);

    /// <summary>The same octets whatever the server says it can carry.</summary>
    private static TextPart Part(string kind, string text) => new(kind) { Text = text, ContentTransferEncoding = ContentEncoding.QuotedPrintable };

    private static MailboxAddress? Address(string text) => MailboxAddress.TryParse(text, out var address) ? address : null;
}
