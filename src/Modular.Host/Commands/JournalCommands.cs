using System.CommandLine;
using Modular.Access.Journal;
using Modular.Contracts.Wording;
using Modular.Storage;

namespace Modular.Host.Commands;

internal static class JournalCommands
{
    public static Command Create(CommandHost host)
    {
        var verify = new Command("verify", "Reads the whole access journal and finds any altered, missing or added row.");
        host.Runs(verify, async run =>
        {
            var database = run.Get<IDatabase>();
            if (!database.Files.Any(file => File.Exists(Path.Combine(database.DataFolder, file))))
            {
                return run.Refuse($"there is no data in {database.DataFolder}.");
            }

            await run.OpenDataAsync();
            var verdict = await run.Get<IJournalReader>().VerifyAsync(run.Cancellation);
            if (!verdict.IsWhole)
            {
                return run.Refuse(verdict.Sentence!);
            }

            await run.Out.WriteLineAsync($"{Counted.InEnglish(verdict.Rows, "row")}, none altered.");
            return ExitCode.Done;
        });
        return new Command("journal", "The access journal.") { verify };
    }
}
