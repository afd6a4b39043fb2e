using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Access.Accounts;
using Modular.Access.Journal;
using Modular.Contracts.Wording;
using Modular.Host.Security;
using Modular.Sites;

namespace Modular.Host.Pages;

[Authorize(Policy = Policies.DataProtectionOfficer)]
internal sealed class JournalModel(IJournalReader journal, ISiteCatalogue sites) : PageModel
{
    /// <summary>One journal for sites of several zones: days are the mainland's, and the page says hours in it.</summary>
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [BindProperty(SupportsGet = true)]
    public DateOnly? Du { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Au { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Site { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Identifiant { get; set; }

    /// <summary>Lines before this number.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Avant { get; set; }

    public IReadOnlyList<JournalLine> Rows { get; private set; } = [];

    public long? Older { get; private set; }

    public string Counted { get; private set; } = "";

    public IEnumerable<(string Id, string Name)> SiteChoices => sites.Readable.Select(site => (site.Id, site.Definition.Name));

    public async Task OnGetAsync()
    {
        var login = string.IsNullOrWhiteSpace(Identifiant) ? null : LoginRule.Normalize(Identifiant);
        var page = await journal.PageAsync(
            new JournalFilter(Start(Du), Start(Au?.AddDays(1)), string.IsNullOrEmpty(Site) ? null : Site, login, Avant),
            HttpContext.RequestAborted);
        (Rows, Older) = (page.Rows, page.Older);
        Counted = page.Total switch
        {
            0 => "Aucune ligne pour ces critères.",
            1 => "1 ligne.",
            var total => $"{FrenchNumber.Of(total)} lignes, des plus récentes aux plus anciennes.",
        };
    }

    public string NameOf(string site) => sites.FindReadable(site)?.Definition.Name ?? site;

    public static string Local(DateTimeOffset at) => FrenchTime.Moment(TimeZoneInfo.ConvertTime(at, Paris));

    public string Address(long? before)
    {
        var query = new QueryBuilder(Request.Query.Where(pair => pair.Key != "avant"));
        if (before is { } number)
        {
            query.Add("avant", number.ToString(CultureInfo.InvariantCulture));
        }

        return "/journal" + query;
    }

    private static DateTimeOffset? Start(DateOnly? day) =>
        day?.ToDateTime(TimeOnly.MinValue) is { } local ? new DateTimeOffset(local, Paris.GetUtcOffset(local)) : null;
}
