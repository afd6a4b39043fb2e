using Modular.Jobs;
using Modular.Reporting.Deliveries;
using Modular.Sites;
using Modular.Tests;

namespace Modular.Reporting.Tests.Deliveries;

[TestClass]
public sealed class ReportJobTests
{
    private readonly KeptMessages _messages = new();

    [TestMethod]
    public void A_report_is_due_when_its_site_says_for_the_period_that_is_over()
    {
        var plan = JobOf(Reports.Site("Dunkerque")).Plans().Single(plan => plan.Job == "report:annuel");
        Assert.AreEqual(("report:annuel@dunkerque", "annuel", CatchUp.Every), (plan.Key, plan.Message, plan.CatchUp));
        Assert.AreEqual("15 January 07:00 Europe/Paris year", plan.Timing);
        Assert.AreEqual("2025", plan.PeriodOf(new DateOnly(2026, 1, 15)));
    }

    [TestMethod]
    public void A_report_without_a_schedule_is_never_due()
    {
        var site = Reports.Site("Dunkerque");
        Assert.IsEmpty(JobOf(site with { Reports = [.. site.Reports.Select(report => report with { Schedule = null })] }).Plans());
    }

    [TestMethod]
    public async Task It_is_owed_to_the_roles_it_is_for_and_one_that_is_gone_to_nobody()
    {
        var job = JobOf(Reports.Site("Dunkerque"));
        var run = new JobRun("report:annuel", "dunkerque", "2025", new DateOnly(2026, 1, 15));
        await job.RunAsync(run, default);
        Assert.AreEqual("annuel dunkerque 2025: coordinator", _messages.Owed.Single());
        await Assert.ThrowsExactlyAsync<JobFailedException>(() => job.RunAsync(run with { Job = "report:disparu" }, default));
        Assert.HasCount(1, _messages.Owed);
    }

    private ReportJob JobOf(LoadedSite site) => new(new OneSite(site), _messages);
}
