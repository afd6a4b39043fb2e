using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Host.Composition;
using Modular.Contracts.Wording;
using Modular.Host.Security;
using Modular.Host.Web;
using Modular.Sites;

namespace Modular.Host.Pages.Administration;

/// <summary>What became of each plugin folder. The faults are those of <c>site check</c>, told in French.</summary>
[Authorize(Policy = Policies.Administrator)]
internal sealed class SitesModel(ISiteCatalogue catalogue, ISiteVersions versions, ModularSettings settings) : PageModel
{
    /// <summary>By folder, or by site where there is none.</summary>
    public IReadOnlyList<IGrouping<(string? Folder, string? Site), SiteStatus>> Folders { get; } =
        [.. catalogue.All.GroupBy(status => (status.Folder, status.Folder is null ? status.Id : null))];

    public string PluginsFolder => settings.PluginsFolder;

    public IActionResult OnPostRetour(string site)
    {
        if (!versions.RollBack(site))
        {
            return BadRequest();
        }

        this.Done("La version précédente est de nouveau en service.");
        return RedirectToPage();
    }

    public static string Label(SiteState state) => Words.Of("site_state", state);

    public static string Origin(SiteStatus status) =>
        (status.Folder is null ? "Reçu d’un autre hôte" : $"Dossier {status.Folder}") + (status.Id is null ? "" : $", identifiant {status.Id}");

    public static string Refusal(SiteState state) => state switch
    {
        SiteState.Faulted => "Arrêtée",
        SiteState.CodeMissing => "Code absent",
        _ => "Refusée",
    };

    public static string Badge(SiteState state) => state switch
    {
        SiteState.Active => "badge badge-done",
        SiteState.Refused or SiteState.Faulted or SiteState.CodeMissing => "badge badge-urgent",
        SiteState.Checked => "badge badge-care",
        _ => "badge",
    };

    public bool IsServed(string? site) => site is not null && catalogue.Find(site) is not null;

    /// <summary>In the site's zone where there is one; an administrator may look after several.</summary>
    public string Since(SiteStatus status)
    {
        var zone = (status.Id is { } id ? catalogue.FindReadable(id)?.Zone : null) ?? TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        var since = TimeZoneInfo.ConvertTime(status.Since, zone).DateTime;
        return $"{FrenchTime.Day(DateOnly.FromDateTime(since))}, {FrenchTime.Hour(TimeOnly.FromDateTime(since))}";
    }
}
