using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Host.Security;
using Modular.Host.Web;
using Modular.Jobs;
using Modular.Jobs.Messages;
using Modular.Reporting.Deliveries;
using Modular.Sites;

namespace Modular.Host.Pages.Administration;

[Authorize(Policy = Policies.Administrator)]
internal sealed class TachesModel(IJobScheduler scheduler, DeliveryQueue queue, IMailer mailer, ISiteCatalogue sites) : PageModel
{
    private const int Shown = 50;

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public IReadOnlyList<JobStatus> Jobs { get; private set; } = [];

    public IReadOnlyList<(Delivery Delivery, IReadOnlyList<DeliveryEvent> Story)> Deliveries { get; private set; } = [];

    public bool MailIsSet => mailer.IsSet;

    public async Task OnGetAsync()
    {
        Jobs = await scheduler.StatusAsync(HttpContext.RequestAborted);
        Deliveries = await queue.LatestAsync(Shown, HttpContext.RequestAborted);
    }

    public async Task<IActionResult> OnPostExecuterAsync(string key)
    {
        var became = await scheduler.RunNowAsync(key, HttpContext.RequestAborted);
        if (became == RunNow.Unknown)
        {
            return NotFound();
        }

        this.Done(became == RunNow.Running ? "La tâche est déjà en cours." : "La tâche est lancée. Rechargez la page pour voir son résultat.");
        return Redirect("/administration/taches");
    }

    public async Task<IActionResult> OnPostReprendreAsync(Guid id)
    {
        this.Done(await queue.RetryAsync(id, HttpContext.RequestAborted) ? "L’envoi est repris." : "Cet envoi n’attend plus\u202F: il est parti ou en cours.");
        return Redirect("/administration/taches");
    }

    public string NameOf(string? site) => site is null ? "–" : sites.FindReadable(site)?.Definition.Name ?? site;

    public TimeZoneInfo ZoneOf(string site) => sites.FindReadable(site)?.Zone ?? Paris;

    public string ReportNameOf(MessageSubject subject) =>
        Jobs.FirstOrDefault(job => job.Plan.Site == subject.Site && job.Plan.Message == subject.Report)?.Plan.Label ?? subject.Report;
}
