using System.Globalization;
using System.Text;
using Modular.Jobs.Messages;
using Modular.Reporting.Documents;
using Modular.Reporting.Formats;
using Modular.Reporting.Tables;
using Modular.Reporting.Templates;
using Modular.Sites;
using Modular.Statistics.Periods;

namespace Modular.Reporting.Deliveries;

/// <summary>A report as a message: its numbers in the text, the whole of it beside.</summary>
internal sealed class ReportMessageSource(ISiteCatalogue sites, ReportService reports, MailSettings settings) : IMessageSource
{
    private const char Thin = '\u202F';

    public bool Writes(string report) => sites.Active.Any(site => site.Reports.Any(one => one.Id == report));

    public async Task<Message?> WriteAsync(MessageSubject subject, CancellationToken cancellation)
    {
        var site = sites.Find(subject.Site) ?? throw new MessageFailedException("Le site n’est pas chargé.");
        var report = site.Reports.FirstOrDefault(one => one.Id == subject.Report) ?? throw new MessageFailedException("Le site n’a plus ce bilan.");
        if (!ReportPeriod.TryParse(subject.Period, out var period) || period.Kind != report.Period)
        {
            throw new MessageFailedException("Le bilan porte désormais sur une autre période.");
        }

        var document = await reports.RenderAsync(site, report, period, cancellation);
        try
        {
            return new Message(document.Title, TextOf(document, subject), Encoding.UTF8.GetString(document.Render(new HtmlReport()).Content));
        }
        catch (TemplateFailedException failed)
        {
            throw new MessageFailedException(failed.French);
        }
    }

    private string TextOf(ReportDocument document, MessageSubject subject)
    {
        var text = new StringBuilder(document.Title).Append("\n\n");
        if (document.Unfinished is { } unfinished)
        {
            text.Append(CultureInfo.InvariantCulture, $"Période en cours. {unfinished}\n\n");
        }

        foreach (var figure in document.Figures)
        {
            text.Append(CultureInfo.InvariantCulture, $"{figure.Label}{Thin}: {CellText.Value(figure, figure.Value.Now)}");
            if (figure.Value.Before is { } before)
            {
                text.Append(CultureInfo.InvariantCulture, $" ({CellText.Value(figure, before)} avant, {CellText.Change(figure, figure.Value.Change)})");
            }

            text.Append('\n');
        }

        if (settings.Address is { } address)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\nLe bilan complet{Thin}: {address.TrimEnd('/')}/bilans/{subject.Site}/{subject.Report}?periode={subject.Period}\n");
        }

        return text
            .Append("\nMessage envoyé par Modular. ")
            .Append(
                CultureInfo.InvariantCulture,
                $"« {CellText.Hidden} »{Thin}: moins de {document.Site.Definition.Limits.SmallestCell}, ou de quoi le retrouver.\n")
            .ToString();
    }
}
