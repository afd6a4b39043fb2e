using System.CommandLine;
using Modular.Contracts.Wording;
using Modular.Intake.Exchange;
using Modular.Sites;

namespace Modular.Host.Commands;

internal static class SituationCommands
{
    public static Command Create(CommandHost host) => new("situations", "Situations of a site, from and to a table.") { Import(host), Export(host) };

    private static Command Import(CommandHost host)
    {
        var site = new Argument<string>("SITE") { Description = "The site's identifier." };
        const string ofFile = "A table, .csv or .xlsx: each column named by a field of the form situation, each row a situation; one refused keeps all out.";
        var file = new Argument<string>("FILE") { Description = ofFile };
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would come in, and brings nothing." };
        return host.Runs(new Command("import", "Brings in situations kept elsewhere.") { site, file, dryRun }, async run =>
        {
            if (run.Get<ISiteCatalogue>().Find(run.Value(site)) is not { } found)
            {
                return run.Refuse(run.Get<ISiteCatalogue>().FindReadable(run.Value(site)) is null
                    ? $"no active site is called {run.Value(site)}."
                    : $"the code of the site {run.Value(site)} that its hosts use is not here: run this where it is.");
            }

            if (!File.Exists(run.Value(file)))
            {
                return run.Refuse($"there is no file {run.Value(file)}.");
            }

            await run.OpenDataAsync();
            ImportOutcome outcome;
            using (var progress = new ProgressLine(run.Terminal))
            {
                outcome = await run.Get<SituationImport>().RunAsync(found, run.Value(file), run.Value(dryRun), progress, run.Cancellation);
            }

            if (outcome.Faults.Count > 0)
            {
                run.Refuse(outcome.Faults);
                return outcome.MoreFaults == 0 ? ExitCode.Refused : run.Refuse($"{Counted.InEnglish(outcome.MoreFaults, "fault")} more; correct these first.");
            }

            var added = Counted.InEnglish(outcome.Added, "situation");
            var known = outcome.Known > 0 ? $"; {Counted.InEnglish(outcome.Known, "was", "were")} there already from the same file" : "";
            await run.Out.WriteLineAsync(run.Value(dryRun) ? $"{added} would come in." : $"{added} came in{known}.");
            return ExitCode.Done;
        });
    }

    private static Command Export(CommandHost host)
    {
        var site = new Argument<string>("SITE") { Description = "The site's identifier." };
        var file = new Argument<string>("FILE") { Description = "The .csv or .xlsx file to write. Coded answers alone: no name, no free text." };
        return host.Runs(new Command("export", "Writes a site's situations, coded answers alone.") { site, file }, async run =>
        {
            if (run.Get<ISiteCatalogue>().FindReadable(run.Value(site)) is not { } found)
            {
                return run.Refuse($"no active site is called {run.Value(site)}.");
            }

            if (!SituationExport.Writes(run.Value(file)))
            {
                return run.Misuse("the export is CSV or XLSX: name a .csv or .xlsx file.");
            }

            if (File.Exists(run.Value(file)))
            {
                return run.Refuse($"there is a file {run.Value(file)} already, and it is left as it is.");
            }

            await run.OpenDataAsync();
            int written;
            using (var progress = new ProgressLine(run.Terminal))
            {
                written = await run.Get<SituationExport>().RunAsync(found, run.Value(file), progress, run.Cancellation);
            }

            await run.Out.WriteLineAsync($"{Counted.InEnglish(written, "situation")} written.");
            return ExitCode.Done;
        });
    }
}
