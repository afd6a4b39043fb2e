using Modular.Access;
using Modular.Contracts.Reports;
using Modular.Contracts.Wording;
using Modular.Jobs;
using Modular.Jobs.Schedules;
using Modular.Reporting.Deliveries;
using Modular.Sites;
using Modular.Statistics;
using Modular.Storage.Backups;

namespace Modular.Host.Jobs;

/// <summary>What runs by itself: the nightly backup, and for each active site its reports, the daily reminder and the weekly digest.</summary>
internal sealed class HostJobs(ISiteCatalogue sites, Recipients recipients, DeliveryDesk deliveries, BackupShelf backups, IAccessJournal journal) : IJobs
{
    public const string Backup = "backup";
    private const string Report = "report:";

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public IReadOnlyList<JobPlan> Plans() =>
    [
        new() { Job = Backup, Label = "Sauvegarde de la nuit", Schedule = new(new Rhythm.Daily(), new(3, 30), Paris), CatchUp = CatchUp.Latest },
        .. sites.Active.SelectMany(PlansOf),
    ];

    public async Task<string> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var sentence = run.Job == Backup ? await BackUpAsync(cancellation) : await DeliverAsync(run, cancellation);
        await journal.RecordAsync(new JournalEntry(Guid.Empty, "modular", run.Job == Backup ? JournalAct.Backup : JournalAct.JobRun, run.Site, null, $"{run.Job} {run.Period}"), cancellation);
        return sentence;
    }

    private static IEnumerable<JobPlan> PlansOf(LoadedSite site)
    {
        foreach (var report in site.Reports)
        {
            if (report.Schedule is { } schedule && Rhythm.Parse(schedule.On) is { } rhythm)
            {
                yield return new()
                {
                    Job = Report + report.Id,
                    Site = site.Id,
                    Label = report.Title,
                    Schedule = new(rhythm, schedule.At, site.Zone),
                    CatchUp = CatchUp.Every,
                    PeriodOf = day => PeriodOf(report, schedule, day).Code,
                    PeriodKind = report.Period.ToString().ToLowerInvariant() + (schedule.Ahead ? " ahead" : ""),
                };
            }
        }

        yield return new()
        {
            Job = NotContacted.Report,
            Site = site.Id,
            Label = "Situations pas encore contactées",
            Schedule = new(new Rhythm.Daily(), new(8, 0), site.Zone),
            CatchUp = CatchUp.Latest,
        };
        yield return new()
        {
            Job = PresenceDigest.Report,
            Site = site.Id,
            Label = "Présence de la semaine à venir",
            Schedule = new(new Rhythm.Weekly(DayOfWeek.Friday), new(16, 0), site.Zone),
            CatchUp = CatchUp.Latest,
            PeriodOf = day => ReportPeriod.Containing(PeriodKind.Week, day).Next.Code,
            PeriodKind = "week ahead",
        };
    }

    private static ReportPeriod PeriodOf(ReportDefinition report, ReportSchedule schedule, DateOnly day) =>
        schedule.Ahead ? ReportPeriod.Containing(report.Period, day).Next : ReportPeriod.LastWholeBefore(report.Period, day);

    private async Task<string> BackUpAsync(CancellationToken cancellation)
    {
        try
        {
            var file = new FileInfo(await backups.AddAsync(cancellation));
            return $"{file.Name}, relue et entière.";
        }
        catch (Exception refused) when (refused is BackupRefusedException or IOException or UnauthorizedAccessException)
        {
            throw new JobFailedException("La sauvegarde n’a pas pu être faite ou relue\u202F: vérifiez la place et les droits du dossier des données.", refused);
        }
    }

    private async Task<string> DeliverAsync(JobRun run, CancellationToken cancellation)
    {
        var site = sites.Find(run.Site!) ?? throw new JobFailedException("Le site n’est pas chargé.");
        var report = run.Job.StartsWith(Report, StringComparison.Ordinal) ? run.Job[Report.Length..] : run.Job;
        var roles = report switch
        {
            // A small count does not leave the team.
            NotContacted.Report => [Role.Worker],
            PresenceDigest.Report => [Role.Worker, Role.Coordinator],
            _ => RolesOf(site.Reports.FirstOrDefault(one => one.Id == report) ?? throw new JobFailedException("Le site n’a plus ce bilan.")),
        };
        var addresses = await recipients.OfAsync(site.Id, roles, cancellation);
        if (addresses.Count == 0)
        {
            return "Personne à qui l’envoyer\u202F: aucun compte concerné n’a d’adresse.";
        }

        var planned = await deliveries.PlanAsync(new DeliverySubject(site.Id, report, run.Period), addresses, cancellation);
        return planned == 0 ? "Déjà envoyé ou en cours d’envoi." : $"{Counted.InFrench(planned, "envoi prévu", "envois prévus")}.";
    }

    private static Role[] RolesOf(ReportDefinition report) => [.. report.For.Select(RoleNames.Named).OfType<Role>()];
}
