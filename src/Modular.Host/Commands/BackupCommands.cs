using System.CommandLine;
using Modular.Access;
using Modular.Storage.Backups;

namespace Modular.Host.Commands;

internal static class BackupCommands
{
    private const string Description = "One file that holds the data, the access journal and the keys. Keep it as you keep the data.";

    public static Command Create(CommandHost host) => new("backup", Description)
    {
        Of(host, "create", "Copies the data as it stands, while Modular runs or not.", async (run, archive, file) =>
        {
            await run.OpenDataAsync();
            await archive.CreateAsync(file, run.Cancellation);
            await JournalAsync(run, "create");
            await run.Out.WriteLineAsync($"{file} written.");
        }),
        Of(host, "verify", "Reads a backup back: every hash, the integrity of the databases, the chain of the journal.", async (run, archive, file) =>
        {
            if (await archive.VerifyAsync(file, run.Cancellation) is { Count: > 0 } faults)
            {
                throw new BackupRefusedException(faults);
            }

            await run.Out.WriteLineAsync($"{file} is whole.");
        }),
        Of(host, "restore", "Puts a backup in the place of the data, which is kept aside. Refused while Modular runs.", async (run, archive, file) =>
        {
            var aside = await archive.RestoreAsync(file, run.Cancellation);
            await run.OpenDataAsync();
            await JournalAsync(run, "restore");
            await run.Out.WriteLineAsync($"{file} restored. What was there before, if anything, is in {aside}.");
        }),
    };

    private static Command Of(CommandHost host, string name, string description, Func<CommandRun, BackupArchive, string, Task> act)
    {
        var file = new Argument<string>("FILE");
        return host.Runs(new Command(name, description) { file }, async run =>
        {
            try
            {
                await act(run, run.Get<BackupArchive>(), run.Value(file));
                return ExitCode.Done;
            }
            catch (BackupRefusedException refused)
            {
                return run.Refuse(refused.Reasons);
            }
        });
    }

    private static Task JournalAsync(CommandRun run, string what) =>
        run.Get<IAccessJournal>().RecordAsync(new JournalEntry(Guid.Empty, SystemLogin.Command, JournalAct.Backup, null, null, what), run.Cancellation);
}
