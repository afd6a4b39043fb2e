namespace Modular.Jobs.Messages;

/// <summary>What a job has to send goes to people through here.</summary>
public interface IMessageSender
{
    /// <summary>To each account of the run's site that has one of the roles and an address: once for the period, whatever is run again.</summary>
    /// <param name="message">Its name, which an <see cref="IMessageSource"/> knows.</param>
    /// <param name="roles">As commands and files spell them: <c>worker</c>, <c>coordinator</c>.</param>
    Task<string> OweAsync(JobRun run, string message, IEnumerable<string> roles, CancellationToken cancellation);

    /// <summary>The full address of a page, for a message to link to; null when nobody said at which address people reach Modular.</summary>
    string? LinkTo(string page);
}
