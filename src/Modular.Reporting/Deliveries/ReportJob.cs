using Modular.Contracts.Reports;
using Modular.Jobs;
using Modular.Jobs.Messages;
using Modular.Jobs.Schedules;
using Modular.Sites;
using Modular.Statistics.Periods;

namespace Modular.Reporting.Deliveries;

internal sealed class ReportJob(ISiteCatalogue sites, IMessageSender messages) : IJob
{
    private const string Prefix = "report:";

    public IEnumerable<JobPlan> Plans() => sites.Active.SelectMany(site => site.Reports.SelectMany(report => PlansOf(site, report)));

    public Task<string> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var site = sites.Find(run.Site!) ?? throw new JobFailedException("Le site n’est pas chargé.");
        var report = site.Reports.FirstOrDefault(one => Prefix + one.Id == run.Job) ?? throw new JobFailedException("Le site n’a plus ce bilan.");
        return messages.OweAsync(run, report.Id, report.For, cancellation);
    }

    private static IEnumerable<JobPlan> PlansOf(LoadedSite site, ReportDefinition report)
    {
        if (report.Schedule is { } schedule)
        {
            var recurrence = Recurrence.Parse(schedule.On) ?? throw new InvalidOperationException($"The check of {site.Id} let \"{schedule.On}\" pass.");
            yield return new()
            {
                Job = Prefix + report.Id,
                Site = site.Id,
                Label = report.Title,
                Message = report.Id,
                Schedule = new(recurrence, schedule.At, site.Zone),
                CatchUp = CatchUp.Every,
                PeriodOf = day => (schedule.Ahead ? ReportPeriod.Containing(report.Period, day).Next : ReportPeriod.LastWholeBefore(report.Period, day)).Code,
                PeriodKind = report.Period.ToString().ToLowerInvariant() + (schedule.Ahead ? " ahead" : ""),
            };
        }
    }
}
