using System.Globalization;
using Modular.Access;
using Modular.Contracts.Wording;
using Modular.Intake.Situations;
using Modular.Jobs;
using Modular.Jobs.Messages;
using Modular.Jobs.Schedules;
using Modular.Sites;

namespace Modular.Intake.Reminders;

/// <summary>The morning reminder: how many situations wait beyond the site's limit. A number and a link; who they are is on the page.</summary>
internal sealed class NotContactedReminderJob(ISiteCatalogue sites, SituationService situations, IMessageSender messages) : IJob, IMessageSource
{
    private const string Key = "not_contacted";

    public IEnumerable<JobPlan> Plans() => sites.Active.Select(site => new JobPlan
    {
        Job = Key,
        Site = site.Id,
        Label = "Situations pas encore contactées",
        Message = Key,
        Schedule = new(new Recurrence.Daily(), new(8, 0), site.Zone),
        CatchUp = CatchUp.Latest,
    });

    /// <summary>A small count does not leave the team.</summary>
    public Task<string> RunAsync(JobRun run, CancellationToken cancellation) => messages.OweAsync(run, Key, [Role.Worker.Spelled()], cancellation);

    public bool Writes(string message) => message == Key;

    public async Task<Message?> WriteAsync(MessageSubject subject, CancellationToken cancellation)
    {
        var site = sites.Find(subject.Site) ?? throw new MessageFailedException("Le site n’est pas chargé.");
        var day = DateOnly.ParseExact(subject.Period, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var limit = site.Definition.Limits.FirstContactDays;
        var waiting = await situations.CountNotContactedAsync(site.Id, day.AddDays(-limit), cancellation);
        if (waiting == 0)
        {
            return null;
        }

        var (number, days) = (Counted.InFrench(waiting, "situation", "situations"), Counted.InFrench(limit, "jour", "jours"));
        var (verb, marked) = waiting == 1 ? ("attend", "Elle y est marquée") : ("attendent", "Elles y sont marquées");
        return new Message(
            $"Modular · {number} à contacter",
            $"""
            {site.Definition.Name}

            {number} {verb} un premier contact depuis plus de {days}.
            {marked} en retard{'\u202F'}: {messages.LinkTo("/saisines") ?? "dans Modular, page Saisines"}
            """,
            null);
    }
}
