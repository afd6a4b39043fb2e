using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;
using Modular.Jobs.Messages;
using Modular.Reporting.Deliveries;
using Modular.Tests;

namespace Modular.Reporting.Tests.Deliveries;

[TestClass]
public sealed class SmtpMailerTests
{
    private const string Recipient = "prefet@exemple.fr";
    private const string Id = "<0123@modular>";
    private static readonly Message Report = new("Bilan 2024\u202F: l’été – « prêt »", "487 situations.\n.\nÀ lire.", "<p style=\"color:#b00\">É</p>");

    private readonly Clock _clock = new("2026-01-15T06:00:00Z");

    [TestMethod]
    public async Task A_message_says_who_wrote_to_whom_when_and_what_and_nothing_of_this_machine()
    {
        await using var server = new MailServer();
        await SendAsync(server, settings => settings with { StartTls = false });

        var raw = server.Taken.Single();
        var mail = Read(raw);
        Assert.AreEqual(("modular@exemple.fr", Recipient, Report.Subject), (mail.From.ToString(), mail.To.ToString(), mail.Subject));
        Assert.AreEqual((_clock.GetUtcNow(), "0123@modular"), (mail.Date, mail.MessageId));
        Assert.AreEqual("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.AreEqual(Report.Text, mail.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.AreEqual(Report.Html, mail.HtmlBody!.TrimEnd());
        CollectionAssert.AreEquivalent(
            new[] { "From", "To", "Subject", "Date", "Message-Id", "MIME-Version", "Auto-Submitted", "Content-Type" },
            mail.Headers.Concat(mail.Body!.Headers).Select(header => header.Field).ToList());
        Assert.DoesNotContain(Environment.MachineName, raw + server.Greeted);
        Assert.AreEqual("exemple.fr", server.Greeted);
    }

    [TestMethod]
    public async Task Whatever_a_message_says_its_lines_are_short_and_plain()
    {
        await using var server = new MailServer();
        await SendAsync(server, settings => settings with { StartTls = false }, Report with { Html = $"<p>{new string('é', 5000)}</p>\n.\n" });

        var lines = server.Taken.Single().Split("\r\n");
        Assert.IsLessThanOrEqualTo(78, lines.Max(line => line.Length));
        Assert.IsTrue(lines.All(line => line.All(letter => letter is '\t' or (>= ' ' and <= '~'))), "plain ASCII, and no line end that is half of one");
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task What_is_said_to_a_server_that_encrypts_is_encrypted(bool fromTheFirstOctet)
    {
        using var certificate = Certificate();
        await using var server = new MailServer(new MailServerSetup { Certificate = certificate, IsImplicit = fromTheFirstOctet });
        await SendAsync(server, settings => settings with { StartTls = !fromTheFirstOctet, ImplicitTls = fromTheFirstOctet }, trusted: certificate);

        Assert.IsTrue(server.WasEncrypted);
        Assert.HasCount(1, server.Taken);
    }

    [TestMethod]
    public async Task Nothing_is_said_in_clear_where_encryption_is_wanted()
    {
        await using var server = new MailServer();

        Assert.Contains("ne propose pas STARTTLS", await RefusalAsync(server, settings => settings with { User = "modular", Password = "secret" }));
        Assert.IsEmpty(server.Taken);
    }

    [TestMethod]
    public async Task A_certificate_that_nobody_vouches_for_is_refused()
    {
        using var certificate = Certificate();
        await using var server = new MailServer(new MailServerSetup { Certificate = certificate });

        Assert.Contains("certificat", await RefusalAsync(server, settings => settings));
        Assert.IsEmpty(server.Taken);
    }

    [TestMethod]
    public async Task A_server_that_does_not_encrypt_from_the_first_octet_is_told_apart_from_a_bad_certificate()
    {
        await using var server = new MailServer();

        Assert.Contains("n’a pas pu s’établir", await RefusalAsync(server, settings => settings with { ImplicitTls = true }));
    }

    [TestMethod]
    public async Task A_password_opens_and_a_wrong_one_is_told()
    {
        using var certificate = Certificate();
        await using var server = new MailServer(new MailServerSetup { Certificate = certificate, Login = ("modular", "bon secret") });

        await SendAsync(server, settings => settings with { User = "modular", Password = "bon secret" }, trusted: certificate);
        Assert.HasCount(1, server.Taken);
        var wrong = await RefusalAsync(server, settings => settings with { User = "modular", Password = "mauvais" }, certificate);
        Assert.AreEqual("Le serveur de messagerie a refusé l’identifiant ou le mot de passe (réponse 535).", wrong);
        Assert.Contains("demande un identifiant", await RefusalAsync(server, settings => settings, certificate));
        Assert.HasCount(1, server.Taken);
    }

    [TestMethod]
    public async Task A_server_that_takes_no_password_is_told()
    {
        await using var server = new MailServer();

        Assert.Contains("ni identifiant", await RefusalAsync(server, settings => settings with { StartTls = false, User = "modular", Password = "secret" }));
    }

    [TestMethod]
    [DataRow(MailMoment.Connect, "421 busy", "Le serveur de messagerie a refusé (réponse 421).")]
    [DataRow(MailMoment.Mail, "553 modular@exemple.fr may not", "Le serveur de messagerie a refusé l’expéditeur (réponse 553).")]
    [DataRow(MailMoment.Recipient, "550 prefet@exemple.fr unknown", "Le serveur de messagerie a refusé le destinataire (réponse 550).")]
    [DataRow(MailMoment.Data, "451 later", "Le serveur de messagerie a refusé (réponse 451).")]
    [DataRow(MailMoment.Taken, "554 prefet@exemple.fr gets no reports", "Le serveur de messagerie a refusé le contenu du message (réponse 554).")]
    [DataRow(MailMoment.Connect, MailServer.Cut, "La connexion au serveur de messagerie a été coupée.")]
    [DataRow(MailMoment.Recipient, MailServer.Cut, "La connexion au serveur de messagerie a été coupée.")]
    [DataRow(MailMoment.Taken, MailServer.Cut, "La connexion au serveur de messagerie a été coupée.")]
    public async Task What_is_refused_is_told_with_the_code_and_without_an_address(MailMoment moment, string reply, string told)
    {
        await using var server = new MailServer { Refusal = at => at == moment ? reply : null };

        Assert.AreEqual(told, await RefusalAsync(server, settings => settings with { StartTls = false }));
    }

    [TestMethod]
    [DataRow(MailMoment.Connect)]
    [DataRow(MailMoment.Taken)]
    public async Task A_server_that_falls_silent_is_left_in_time(MailMoment moment)
    {
        await using var server = new MailServer { Refusal = at => at == moment ? MailServer.Mute : null };

        Assert.AreEqual(
            "Le serveur de messagerie n’a pas répondu à temps.",
            await RefusalAsync(server, settings => settings with { StartTls = false, Timeout = TimeSpan.FromSeconds(1) }));
    }

    [TestMethod]
    public async Task A_host_that_stops_does_not_wait_for_a_silent_server()
    {
        await using var server = new MailServer { Refusal = _ => MailServer.Mute };
        using var stop = new CancellationTokenSource();
        var sending = Mailer(server, settings => settings with { StartTls = false }).SendAsync(Recipient, Report, Id, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => sending);
    }

    [TestMethod]
    public async Task A_server_that_is_down_is_out_of_reach()
    {
        await using var server = new MailServer();
        await server.DownAsync();

        Assert.AreEqual("Le serveur de messagerie est injoignable\u202F: la connexion est refusée.", await RefusalAsync(server, settings => settings));
    }

    [TestMethod]
    public async Task A_name_that_nobody_has_is_told_apart()
    {
        await using var server = new MailServer();
        // Longer than a name may be: no network is asked.
        var name = $"{new string('x', 64)}.invalid";

        Assert.Contains("introuvable", await RefusalAsync(server, settings => settings with { Host = name }));
        Assert.Contains("introuvable", MailFailure.Sentence(new SocketException((int)SocketError.HostNotFound), isEncrypting: true)!);
    }

    [TestMethod]
    public async Task An_address_that_is_none_is_told_before_anybody_is_asked()
    {
        await using var server = new MailServer();

        Assert.Contains("Modular:Mail:From", await RefusalAsync(server, settings => settings with { From = "modular@" }));
        var recipient = await Assert.ThrowsExactlyAsync<MailRefusedException>(
            () => Mailer(server, settings => settings).SendAsync("prefet@", Report, Id, default));
        Assert.DoesNotContain("prefet", recipient.ToString());
        Assert.AreEqual(0, server.Connections);
    }

    [TestMethod]
    public async Task A_message_that_was_taken_is_taken_whatever_becomes_of_the_farewell()
    {
        await using var server = new MailServer { Refusal = at => at == MailMoment.Farewell ? MailServer.Cut : null };

        await SendAsync(server, settings => settings with { StartTls = false });

        Assert.HasCount(1, server.Taken);
    }

    private Task SendAsync(MailServer server, Func<MailSettings, MailSettings> set, Message? message = null, X509Certificate2? trusted = null) =>
        Mailer(server, set, trusted).SendAsync(Recipient, message ?? Report, Id, default);

    private async Task<string> RefusalAsync(MailServer server, Func<MailSettings, MailSettings> set, X509Certificate2? trusted = null)
    {
        var refused = await Assert.ThrowsExactlyAsync<MailRefusedException>(() => SendAsync(server, set, trusted: trusted));
        Assert.DoesNotContain("prefet", refused.ToString());
        Assert.DoesNotContain("prefet", refused.Reason);
        return refused.Message;
    }

    private SmtpMailer Mailer(MailServer server, Func<MailSettings, MailSettings> set, X509Certificate2? trusted = null) =>
        new(set(new MailSettings { Host = "127.0.0.1", Port = server.Port, From = "modular@exemple.fr" }), _clock)
        {
            Certificates = trusted is null ? null : (_, shown, _, _) => shown?.GetCertHashString() == trusted.Thumbprint,
        };

    private static MimeMessage Read(string raw) => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(raw)));

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=mail.exemple.fr", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var signed = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2050, 1, 1, 0, 0, 0, TimeSpan.Zero));
        // A key that was never written anywhere serves no TLS on Windows.
        return X509CertificateLoader.LoadPkcs12(signed.Export(X509ContentType.Pkcs12), null);
    }
}
