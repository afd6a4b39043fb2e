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
internal sealed class SauvegardesModel(BackupShelf shelf, DraftShelf drafts, IJobBoard board) : PageModel
{
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public string Folder => shelf.Folder;

    public IReadOnlyList<(string Name, DateTimeOffset At, string Size)> Files { get; } =
        [.. shelf.Files().Select(file => (file.Name, new DateTimeOffset(file.LastWriteTimeUtc), FrenchNumber.Size(file.Length)))];

    /// <summary>When files of drafts could not be read and were set aside.</summary>
    public IReadOnlyList<(string Name, DateTimeOffset At)> DraftsAside { get; } = drafts.SetAside();

    public async Task<IActionResult> OnPostAsync()
    {
        await board.RunNowAsync(BackupJob.Key, HttpContext.RequestAborted);
        this.Done("La sauvegarde est lancée. Rechargez la page dans un instant.");
        return Redirect("/administration/sauvegardes");
    }
}
