namespace Modular.Jobs.Messages;

/// <summary>Writes messages of one kind, when they are about to leave.</summary>
public interface IMessageSource
{
    /// <param name="message">The message's name.</param>
    bool Writes(string message);

    /// <summary>The message; null when there is nothing to say (the delivery is then closed without a mail).</summary>
    /// <exception cref="MessageFailedException">It cannot be written now.</exception>
    Task<Message?> WriteAsync(MessageSubject subject, CancellationToken cancellation);
}
