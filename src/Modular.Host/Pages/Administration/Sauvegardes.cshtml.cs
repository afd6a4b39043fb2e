using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Contracts.Wording;
using Modular.Host.Security;
using Modular.Host.Web;
using Modular.Jobs;
using Modular.Storage.Backups;
using Modular.Storage.Drafts;

namespace Modular.Host.Pages.Administration;

[Authorize(Policy = Policies.Administrator)]
internal sealed class SauvegardesModel(BackupFolder backups, UnreadableDrafts drafts, IJobScheduler scheduler) : PageModel
{
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public string Folder => backups.Folder;

    public IReadOnlyList<(string Name, DateTimeOffset At, string Size)> Files { get; } =
        [.. backups.Files().Select(file => (file.Name, new DateTimeOffset(file.LastWriteTimeUtc), FrenchNumber.Size(file.Length)))];

    public IReadOnlyList<(string Name, DateTimeOffset At)> DraftsAside { get; } = drafts.SetAside();

    public async Task<IActionResult> OnPostAsync()
    {
        await scheduler.RunNowAsync(BackupJob.Key, HttpContext.RequestAborted);
        this.Done("La sauvegarde est lancée. Rechargez la page dans un instant.");
        return Redirect("/administration/sauvegardes");
    }
}
