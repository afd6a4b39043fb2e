using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Access;
using Modular.Host.Security;
using Modular.Reporting.Documents;
using Modular.Reporting.Formats;
using Modular.Reporting.Templates;
using Modular.Sites;
using Modular.Statistics.Periods;

namespace Modular.Host.Pages.Bilans;

[Authorize(Policy = Policies.Team)]
internal sealed partial class BilanModel(
    ISiteCatalogue sites, ReportService reports, PdfPrinter printer, ICurrentAccount current, IAccessJournal journal, TimeProvider time,
    ILogger<BilanModel> log) : PageModel
{
    public ReportDocument Document { get; private set; } = null!;

    public bool CanPrint => printer.IsAble;

    /// <summary>True when a PDF was asked for and could not be made: the page is shown instead, and says so.</summary>
    public bool IsPdfRefused { get; private set; }

    /// <summary>The report as the page shows it; null when its template failed.</summary>
    public string? Fragment { get; private set; }

    /// <summary>Why the template failed, in French; its figures can still be had in the other formats.</summary>
    public string? Failure { get; private set; }

    public IReadOnlyList<ReportPeriod> Periods { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string site, string report, string? periode, string? format, CancellationToken cancellation)
    {
        if (!current.Required.Sites.Contains(site))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (sites.FindReadable(site) is not { } loaded || loaded.Reports.FirstOrDefault(one => one.Id == report) is not { } definition)
        {
            return NotFound();
        }

        var today = loaded.Today(time);
        var period = PeriodChoice.First(definition, today);
        var file = ReportFormat.Find(format);
        if ((periode is not null && (!ReportPeriod.TryParse(periode, out period) || period.Kind != definition.Period))
            || (format is not null and not PdfPrinter.Extension && file is null))
        {
            return BadRequest();
        }

        Document = await reports.RenderAsync(loaded, definition, period, cancellation);
        Periods = PeriodChoice.Of(definition, today, period);
        var account = current.Required;
        await journal.RecordAsync(
            new(account.Account, account.Login, JournalAct.ReportRead, site, definition.Id, $"{period} {format ?? "page"}"), cancellation);
        try
        {
            var rendered = file is { } wanted ? Document.Render(wanted) : format == PdfPrinter.Extension ? await PrintAsync(cancellation) : null;
            if (rendered is not null)
            {
                return File(rendered.Content, rendered.ContentType, rendered.FileName);
            }

            Fragment = Document.Fragment;
        }
        catch (TemplateFailedException failed)
        {
            LogFailed(log, failed.Message);
            Failure = failed.French;
        }

        return Page();
    }

    private async Task<RenderedReport?> PrintAsync(CancellationToken cancellation)
    {
        try
        {
            return await printer.PrintAsync(Document, cancellation);
        }
        catch (PdfRefusedException refused)
        {
            LogRefused(log, refused.Message);
            IsPdfRefused = true;
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A report was not printed: {Reason}")]
    private static partial void LogRefused(ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "A report was not rendered: {Reason}")]
    private static partial void LogFailed(ILogger log, string reason);
}
