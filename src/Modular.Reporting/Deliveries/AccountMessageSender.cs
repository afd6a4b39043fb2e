using Modular.Access;
using Modular.Access.Accounts;
using Modular.Contracts.Wording;
using Modular.Jobs;
using Modular.Jobs.Messages;

namespace Modular.Reporting.Deliveries;

/// <summary>A job's message becomes a delivery to each account concerned, and the run a line of the access journal.</summary>
internal sealed class AccountMessageSender(DeliveryQueue queue, Recipients recipients, IAccessJournal journal, MailSettings settings) : IMessageSender
{
    public async Task<string> OweAsync(JobRun run, string message, IEnumerable<string> roles, CancellationToken cancellation)
    {
        var subject = new MessageSubject(run.Site!, message, run.Period);
        var addresses = await recipients.OfAsync(subject.Site, [.. roles.Select(RoleNames.Named).OfType<Role>()], cancellation);
        var sentence = addresses.Count == 0
            ? "Personne à qui l’envoyer\u202F: aucun compte concerné n’a d’adresse."
            : await queue.PlanAsync(subject, addresses, cancellation) is > 0 and var planned
                ? $"{Counted.InFrench(planned, "envoi prévu", "envois prévus")}."
                : "Déjà envoyé ou en cours d’envoi.";
        await journal.RecordAsync(new JournalEntry(Guid.Empty, SystemLogin.Host, JournalAct.JobRun, run.Site, null, $"{run.Job} {run.Period}"), cancellation);
        return sentence;
    }

    public string? LinkTo(string page) => settings.Address is { } address ? address.TrimEnd('/') + page : null;
}
