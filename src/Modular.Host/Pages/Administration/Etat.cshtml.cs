using System.Diagnostics;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Contracts.Wording;
using Modular.Host.Composition;
using Modular.Host.Security;
using Modular.Host.Web;
using Modular.Jobs;
using Modular.Jobs.Ledger;
using Modular.Reporting.Deliveries;
using Modular.Sites;
using Modular.Storage;
using Modular.Storage.Backups;

namespace Modular.Host.Pages.Administration;

/// <summary>How this host does, for whoever has no tool that watches it: what asks for attention first, each with its way out.</summary>
[Authorize(Policy = Policies.Administrator)]
internal sealed class EtatModel(
    ModularSettings settings, ServedData data, BackupFolder backups, IJobScheduler scheduler, DeliveryQueue queue, IMailer mailer, ISiteCatalogue sites,
    RequestFigures requests, TimeProvider time) : PageModel
{
    private const int RoutesShown = 10;
    private const long LittleRoom = 2_000_000_000;

    /// <summary>One night's was missed.</summary>
    private static readonly TimeSpan OldBackup = TimeSpan.FromHours(30);

    private readonly List<Attention> _attention = [];

    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static string Version { get; } =
        typeof(EtatModel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static string Machine => Environment.MachineName;

    public IReadOnlyList<Attention> Attentions => _attention;

    public DateTimeOffset Started => requests.Since;

    public string Memory { get; } = FrenchNumber.Size(Environment.WorkingSet);

    public string Place => data.Place;

    /// <summary>Null when it does not answer.</summary>
    public long? AnswerMilliseconds { get; private set; }

    public string Folder => settings.DataFolder;

    public long Room { get; private set; }

    public FileInfo? LastBackup { get; private set; }

    public int Waiting { get; private set; }

    public IReadOnlyList<(string Route, RouteFigures Figures)> Routes { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await LookAtDataAsync();
        var jobs = await scheduler.StatusAsync(HttpContext.RequestAborted);
        LookAtBackups(jobs);
        await LookAtJobsAsync(jobs);
        LookAtSites();
        LookAtRequests();
    }

    private async Task LookAtDataAsync()
    {
        var began = Stopwatch.GetTimestamp();
        if (await data.WhyNotReadyAsync(HttpContext.RequestAborted) is null)
        {
            AnswerMilliseconds = (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
        else
        {
            _attention.Add(new("Les données ne répondent pas, ou sont abîmées.", IsUrgent: true));
        }

        Room = new DriveInfo(settings.DataFolder).AvailableFreeSpace;
        if (Room < LittleRoom)
        {
            _attention.Add(new($"Il ne reste que {FrenchNumber.Size(Room)} sur le disque du dossier des données.", IsUrgent: true));
        }
    }

    /// <summary>Of several hosts one makes it: it need not be in this one's folder.</summary>
    private void LookAtBackups(IReadOnlyList<JobStatus> jobs)
    {
        LastBackup = backups.Files().FirstOrDefault();
        var runs = jobs.Where(job => job.Plan.Job == BackupJob.Key).SelectMany(job => job.Latest);
        var made = runs.Where(run => run.State == JobState.Done).Max(run => run.Ended);
        if (time.GetUtcNow() - (made ?? LastBackup?.LastWriteTimeUtc ?? Started) > OldBackup)
        {
            _attention.Add(new("La sauvegarde de la nuit manque.", "/administration/sauvegardes", "Voir les sauvegardes"));
        }
    }

    private async Task LookAtJobsAsync(IReadOnlyList<JobStatus> jobs)
    {
        if (jobs.Count(job => job.Latest is [{ State: JobState.Failed }, ..]) is > 0 and var failed)
        {
            _attention.Add(new(Counted.InFrench(failed, "tâche a échoué.", "tâches ont échoué."), "/administration/taches", "Voir les tâches"));
        }

        (Waiting, var givenUp) = await queue.CountAsync(HttpContext.RequestAborted);
        if (givenUp > 0)
        {
            _attention.Add(new(Counted.InFrench(givenUp, "envoi est abandonné.", "envois sont abandonnés."), "/administration/taches", "Voir les envois"));
        }

        if (Waiting > 0 && !mailer.IsSet)
        {
            _attention.Add(new("Des messages attendent, et aucun serveur de messagerie n’est réglé.", "/administration/taches", "Voir les envois"));
        }
    }

    private void LookAtSites()
    {
        if (sites.All.Count(site => site.State is SiteState.Refused or SiteState.Faulted or SiteState.CodeMissing) is > 0 and var refused)
        {
            var sentence = Counted.InFrench(refused, "dispositif est refusé ou arrêté.", "dispositifs sont refusés ou arrêtés.");
            _attention.Add(new(sentence, "/administration/sites", "Voir pourquoi"));
        }
    }

    private void LookAtRequests()
    {
        var all = requests.LastHour();
        Routes = [.. all.Take(RoutesShown)];
        if (all.Sum(route => route.Figures.Failed) is > 0 and var failed)
        {
            var sentence = Counted.InFrench(failed, "demande a échoué depuis une heure.", "demandes ont échoué depuis une heure.");
            _attention.Add(new(sentence, "#pages", "Voir lesquelles"));
        }

        if (all.Sum(route => route.Figures.Slow) is > 0 and var slow)
        {
            var sentence = Counted.InFrench(slow, "demande a pris plus d’une seconde.", "demandes ont pris plus d’une seconde.");
            _attention.Add(new(sentence, "#pages", "Voir lesquelles"));
        }
    }

    /// <param name="Way">Where it is seen to, and what the link says.</param>
    internal sealed record Attention(string Sentence, string? Way = null, string? Link = null, bool IsUrgent = false);
}
