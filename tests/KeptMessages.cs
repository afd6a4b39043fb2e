using Modular.Jobs;
using Modular.Jobs.Messages;

namespace Modular.Tests;

/// <summary>Notes what people are owed, and sends nothing. Link it from a test project that references Jobs.</summary>
public sealed class KeptMessages : IMessageSender
{
    public List<string> Owed { get; } = [];

    /// <summary>Where people reach Modular; null: nobody said.</summary>
    public string? Address { get; set; }

    public Task<string> OweAsync(JobRun run, string message, IEnumerable<string> roles, CancellationToken cancellation)
    {
        Owed.Add($"{message} {run.Site} {run.Period}: {string.Join(", ", roles)}");
        return Task.FromResult("Prévu.");
    }

    public string? LinkTo(string page) => Address is null ? null : Address + page;
}
