using Modular.Jobs.Messages;

namespace Modular.Reporting.Deliveries;

public interface IMailer
{
    /// <summary>False when no server is set: nothing is lost, everything waits.</summary>
    bool IsSet { get; }

    Task SendAsync(string recipient, Message message, string messageId, CancellationToken cancellation);
}

/// <param name="sentence">Why, in French, without an address.</param>
/// <param name="reason">Why, in a word for the log. What the server said is not kept at all: it may hold the address.</param>
internal sealed class MailRefusedException(string sentence, string reason) : Exception(sentence)
{
    public string Reason => reason;
}
