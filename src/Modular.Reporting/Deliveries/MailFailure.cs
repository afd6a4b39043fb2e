using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Modular.Reporting.Deliveries;

/// <summary>For the administrator who has to mend it. The server's own words are left out, its code alone is told: they may hold an address.</summary>
internal static class MailFailure
{
    /// <returns>Null for what is no mail server's doing.</returns>
    public static string? Sentence(Exception failure, bool isEncrypting) => failure switch
    {
        SmtpCommandException refused => Refused(refused),
        AuthenticationException password => $"Le serveur de messagerie a refusé l’identifiant ou le mot de passe{Code(password.InnerException)}.",
        ServiceNotAuthenticatedException => "Le serveur de messagerie demande un identifiant et un mot de passe (Modular:Mail:User et Password).",
        NotSupportedException when isEncrypting => "Le serveur de messagerie ne propose pas STARTTLS\u202F: rien n’a été envoyé en clair.",
        NotSupportedException => "Le serveur de messagerie n’accepte ni identifiant ni adresse accentuée sur cette connexion.",
        SslHandshakeException { ServerCertificate: not null } =>
            "Le certificat du serveur de messagerie n’est pas reconnu (son nom, ses dates ou son autorité)\u202F: rien n’a été envoyé.",
        SslHandshakeException => "La connexion chiffrée au serveur de messagerie n’a pas pu s’établir\u202F: rien n’a été envoyé.",
        SocketException socket => Unreached(socket.SocketErrorCode),
        OperationCanceledException or TimeoutException => "Le serveur de messagerie n’a pas répondu à temps.",
        IOException or ProtocolException or ServiceNotConnectedException => "La connexion au serveur de messagerie a été coupée.",
        _ => null,
    };

    /// <summary>The same for the log: a code, or the kind of failure.</summary>
    public static string Reason(Exception failure) => failure switch
    {
        SmtpCommandException refused => ((int)refused.StatusCode).ToString(CultureInfo.InvariantCulture),
        SocketException socket => socket.SocketErrorCode.ToString(),
        _ => failure.GetType().Name,
    };

    private static string Refused(SmtpCommandException refused) => refused.ErrorCode switch
    {
        SmtpErrorCode.SenderNotAccepted => $"Le serveur de messagerie a refusé l’expéditeur{Code(refused)}.",
        SmtpErrorCode.RecipientNotAccepted => $"Le serveur de messagerie a refusé le destinataire{Code(refused)}.",
        SmtpErrorCode.MessageNotAccepted => $"Le serveur de messagerie a refusé le contenu du message{Code(refused)}.",
        _ => $"Le serveur de messagerie a refusé{Code(refused)}.",
    };

    private static string Unreached(SocketError error) => error switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery =>
            "Le nom du serveur de messagerie (Modular:Mail:Host) est introuvable.",
        SocketError.ConnectionRefused => "Le serveur de messagerie est injoignable\u202F: la connexion est refusée.",
        SocketError.ConnectionReset or SocketError.ConnectionAborted => "La connexion au serveur de messagerie a été coupée.",
        SocketError.TimedOut => "Le serveur de messagerie n’a pas répondu à temps.",
        _ => "Le serveur de messagerie est injoignable.",
    };

    private static string Code(Exception? failure) => failure is SmtpCommandException refused
        ? string.Create(CultureInfo.InvariantCulture, $" (réponse {(int)refused.StatusCode})")
        : "";
}
