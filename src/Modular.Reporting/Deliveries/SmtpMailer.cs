using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Text;

namespace Modular.Reporting.Deliveries;

/// <summary>SMTP. Every refusal may be retried: a mailbox full, a relay not yet allowed and a greylist look alike from here.</summary>
internal sealed class SmtpMailer(MailSettings settings) : IMailer
{
    public bool IsSet => !string.IsNullOrWhiteSpace(settings.Host);

    public async Task SendAsync(string recipient, Message message, string messageId, CancellationToken cancellation)
    {
        using var mail = Compose(recipient, message, messageId);
        // A client a message: a pooled connection that died would fail the next one.
        using var client = new SmtpClient(settings.Host!, settings.Port) { EnableSsl = settings.StartTls };
        if (!string.IsNullOrEmpty(settings.User))
        {
            client.Credentials = new NetworkCredential(settings.User, settings.Password);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(settings.Timeout);
        try
        {
            await client.SendMailAsync(mail, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new MailRefusedException("Le serveur de messagerie n’a pas répondu à temps.");
        }
        catch (SmtpException refused)
        {
            throw new MailRefusedException(Said(refused), refused);
        }
    }

    private MailMessage Compose(string recipient, Message message, string messageId)
    {
        var mail = new MailMessage(settings.From, recipient)
        {
            Subject = message.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = message.Text,
            BodyEncoding = Encoding.UTF8,
        };
        mail.Headers.Add("Message-ID", messageId);
        // No answering machine answers, and no list takes it for a person's letter.
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        if (message.Html is not null)
        {
            mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(message.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        }

        return mail;
    }

    /// <summary>The code alone: the server's own words may hold the address.</summary>
    private static string Said(SmtpException refused) => (int)refused.StatusCode switch
    {
        -1 when refused.GetBaseException() is SocketException { SocketErrorCode: not SocketError.ConnectionReset } => "Le serveur de messagerie est injoignable.",
        -1 or 0 => "La connexion au serveur de messagerie a été coupée.",
        var code => string.Create(CultureInfo.InvariantCulture, $"Le serveur de messagerie a refusé (réponse {code})."),
    };
}
