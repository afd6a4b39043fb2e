using System.CommandLine;
using System.Text;
using Modular.Access;
using Modular.Contracts.Reports;
using Modular.Reporting.Documents;
using Modular.Reporting.Formats;
using Modular.Reporting.Templates;
using Modular.Sites;
using Modular.Statistics.Periods;

namespace Modular.Host.Commands;

internal static class ReportCommands
{
    public static Command Create(CommandHost host) => new("report", "Lists and renders a site's reports.") { List(host), Render(host) };

    private static Command List(CommandHost host)
    {
        var site = new Argument<string>("SITE") { Description = "The site's identifier." };
        return host.Runs(new Command("list", "Lists a site's reports: identifier, period, title.") { site }, run =>
        {
            if (run.Get<ISiteCatalogue>().FindReadable(run.Value(site)) is not { } found)
            {
                return run.Refuse($"no active site is called {run.Value(site)}.");
            }

            foreach (var report in found.Reports)
            {
                run.Out.WriteLine($"{report.Id}\t{Spelled(report.Period)}\t{report.Title}");
            }

            return ExitCode.Done;
        });
    }

    private static string Formats => string.Join(", ", ReportFormat.All.Select(format => format.Extension)) + " or " + PdfPrinter.Extension;

    private static Command Render(CommandHost host)
    {
        var site = new Argument<string>("SITE") { Description = "The site's identifier." };
        var report = new Argument<string>("REPORT") { Description = "The report's identifier." };
        var period = new Option<string>("--period") { Description = "2024, 2024-Q3, 2024-11 or 2024-W48.", HelpName = "PERIOD", Required = true };
        var format = new Option<string>("--format") { Description = $"{Formats}; html unless set.", HelpName = "FORMAT" };
        format.DefaultValueFactory = _ => "html";
        var file = new Option<string?>("--out") { Description = "The file to write; standard output unless set.", HelpName = "FILE" };
        return host.Runs(new Command("render", "Renders a report; small cells are hidden in every format.") { site, report, period, format, file }, async run =>
        {
            var extension = run.Value(format);
            if (extension != PdfPrinter.Extension && ReportFormat.Find(extension) is null)
            {
                return run.Misuse($"{extension} is no format of a report: {Formats}.");
            }

            if (ReportFormat.Find(extension) is not { IsText: true } && run.Value(file) is null)
            {
                return run.Misuse($"{extension} is no text: add --out FILE.");
            }

            if (!ReportPeriod.TryParse(run.Value(period), out var asked))
            {
                return run.Misuse($"{run.Value(period)} is no period: 2024, 2024-Q3, 2024-11 or 2024-W48.");
            }

            if (run.Get<ISiteCatalogue>().FindReadable(run.Value(site)) is not { } found)
            {
                return run.Refuse($"no active site is called {run.Value(site)}.");
            }

            if (found.Reports.FirstOrDefault(one => one.Id == run.Value(report)) is not { } definition)
            {
                var reports = string.Join(", ", found.Reports.Select(one => one.Id));
                return run.Refuse($"{found.Id} has no report called {run.Value(report)}. Its reports: {reports}.");
            }

            if (definition.Period != asked.Kind)
            {
                return run.Misuse($"{definition.Id} is made of a {Spelled(definition.Period)}, and {asked} is a {Spelled(asked.Kind)}.");
            }

            await run.OpenDataAsync();
            var document = await run.Get<ReportService>().RenderAsync(found, definition, asked, run.Cancellation);
            var read = new JournalEntry(Guid.Empty, SystemLogin.Command, JournalAct.ReportRead, found.Id, definition.Id, $"{asked} {extension}");
            await run.Get<IAccessJournal>().RecordAsync(read, run.Cancellation);
            try
            {
                var rendered = ReportFormat.Find(extension) is { } wanted
                    ? document.Render(wanted)
                    : await run.Get<PdfPrinter>().PrintAsync(document, run.Cancellation);
                await WriteAsync(run, rendered, run.Value(file));
                return ExitCode.Done;
            }
            catch (Exception refused) when (refused is PdfRefusedException or TemplateFailedException)
            {
                return run.Refuse(refused.Message);
            }
        });
    }

    private static async Task WriteAsync(CommandRun run, RenderedReport rendered, string? file)
    {
        if (file is null)
        {
            await run.Out.WriteAsync(Encoding.UTF8.GetString(rendered.Content));
        }
        else
        {
            await File.WriteAllBytesAsync(file, rendered.Content, run.Cancellation);
        }
    }

    private static string Spelled(PeriodKind kind) => kind.ToString().ToLowerInvariant();
}
