using System.CommandLine;
using Modular.Access.Journal;
using Modular.Contracts.Wording;

namespace Modular.Host.Commands;

internal static class JournalCommands
{
    public static Command Create(CommandHost host)
    {
        var verify = new Command("verify", "Reads the whole access journal and finds any altered, missing or added row.");
        host.Runs(verify, async run =>
        {
            var journal = run.Get<IJournalReader>();
            if (journal.WhyNone is { } none)
            {
                return run.Refuse(none);
            }

            await run.OpenDataAsync();
            var verdict = await journal.VerifyAsync(run.Cancellation);
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
