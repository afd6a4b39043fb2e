using Modular.Access;
using Modular.Jobs;
using Modular.Jobs.Schedules;

namespace Modular.Storage.Backups;

public sealed class BackupJob(BackupFolder backups, IAccessJournal journal) : IJob
{
    public const string Key = "backup";

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public IEnumerable<JobPlan> Plans() =>
        [new() { Job = Key, Label = "Sauvegarde de la nuit", Schedule = new(new Recurrence.Daily(), new(3, 30), Paris), CatchUp = CatchUp.Latest }];

    public async Task<string> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var file = await BackUpAsync(cancellation);
        await journal.RecordAsync(new JournalEntry(Guid.Empty, SystemLogin.Host, JournalAct.Backup, null, null, $"{run.Job} {run.Period}"), cancellation);
        return $"{Path.GetFileName(file)}, relue et entière.";
    }

    private async Task<string> BackUpAsync(CancellationToken cancellation)
    {
        try
        {
            return await backups.AddAsync(cancellation);
        }
        catch (Exception refused) when (refused is BackupRefusedException or IOException or UnauthorizedAccessException)
        {
            throw new JobFailedException(
                "La sauvegarde n’a pas pu être faite ou relue\u202F: vérifiez la place et les droits du dossier des données.", refused);
        }
    }
}
