namespace Modular.Jobs.Messages;

/// <summary>Writes messages of one kind, when they are about to leave.</summary>
public interface IMessageSource
{
    bool Writes(string message);

    /// <summary>The message; null when there is nothing to say (the delivery is then closed without a mail).</summary>
    Task<Message?> WriteAsync(MessageSubject subject, CancellationToken cancellation);
}
