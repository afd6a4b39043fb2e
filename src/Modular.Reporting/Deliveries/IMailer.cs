using Modular.Jobs.Messages;

namespace Modular.Reporting.Deliveries;

/// <summary>Hands a message over to a mail server.</summary>
public interface IMailer
{
    /// <summary>False when no server is set: nothing is lost, everything waits.</summary>
    bool IsSet { get; }

    /// <exception cref="MailRefusedException">The server did not take it.</exception>
    Task SendAsync(string recipient, Message message, string messageId, CancellationToken cancellation);
}

/// <summary>A message that the server did not take.</summary>
/// <param name="sentence">Why, in French, without an address.</param>
/// <param name="reason">Why, in a word for the log. What the server said is not kept at all: it may hold the address.</param>
internal sealed class MailRefusedException(string sentence, string reason) : Exception(sentence)
{
    public string Reason => reason;
}
