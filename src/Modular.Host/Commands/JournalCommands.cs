using System.CommandLine;
using System.Globalization;
using Modular.Access.Journal;

namespace Modular.Host.Commands;

internal static class JournalCommands
{
    public static Command Create(CommandHost host)
    {
        var verify = new Command("verify", "Reads the whole access journal and finds any altered, missing or added row.");
        host.Runs(verify, async run =>
        {
            await run.OpenDataAsync();
            var verdict = await run.Get<IJournalReader>().VerifyAsync(run.Cancellation);
            if (!verdict.IsWhole)
            {
                return run.Refuse(verdict.Sentence!);
            }

            await run.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{verdict.Rows} rows, none altered."));
            return ExitCode.Done;
        });
        return new Command("journal", "The access journal.") { verify };
    }
}
