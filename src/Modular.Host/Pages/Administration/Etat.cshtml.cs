using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Contracts.Wording;
using Modular.Host.Composition;
using Modular.Host.Security;
using Modular.Host.State;
using Modular.Host.Web;
using Modular.Reporting.Deliveries;
using Modular.Storage;

namespace Modular.Host.Pages.Administration;

/// <summary>How this host does, for whoever has no tool that watches it: what asks for attention first, each with its way out.</summary>
[Authorize(Policy = Policies.Administrator)]
internal sealed class EtatModel(
    ModularSettings settings, ServedData data, HostStateReader reader, IMailer mailer, RequestFigures requests, TimeProvider time) : PageModel
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

    public HostState State { get; private set; } = null!;

    public string Folder => settings.DataFolder;

    public IReadOnlyList<(string Route, RouteFigures Figures)> Routes { get; private set; } = [];

    public async Task OnGetAsync()
    {
        State = await reader.ReadAsync(HttpContext.RequestAborted);
        LookAtData();
        LookAtJobs();
        LookAtSites();
        LookAtRequests();
    }

    private void LookAtData()
    {
        if (State.AnswerMilliseconds is null)
        {
            _attention.Add(new("Les données ne répondent pas, ou sont abîmées.", IsUrgent: true));
        }

        if (State.IsTimeWrong)
        {
            const string sentence = "L’horloge de cette machine n’est pas celle de la base de données\u202F: réglez les deux sur l’heure du réseau.";
            _attention.Add(new(sentence, IsUrgent: true));
        }

        if (State.Room < LittleRoom)
        {
            _attention.Add(new($"Il ne reste que {FrenchNumber.Size(State.Room)} sur le disque du dossier des données.", IsUrgent: true));
        }

        if (time.GetUtcNow() - (State.BackedUpAt ?? Started) > OldBackup)
        {
            _attention.Add(new("La sauvegarde de la nuit manque.", "/administration/sauvegardes", "Voir les sauvegardes"));
        }
    }

    private void LookAtJobs()
    {
        if (State.FailedJobs is > 0 and var failed)
        {
            _attention.Add(new(Counted.InFrench(failed, "tâche a échoué.", "tâches ont échoué."), "/administration/taches", "Voir les tâches"));
        }

        if (State.GivenUpDeliveries is > 0 and var givenUp)
        {
            _attention.Add(new(Counted.InFrench(givenUp, "envoi est abandonné.", "envois sont abandonnés."), "/administration/taches", "Voir les envois"));
        }

        if (State.WaitingDeliveries > 0 && !mailer.IsSet)
        {
            _attention.Add(new("Des messages attendent, et aucun serveur de messagerie n’est réglé.", "/administration/taches", "Voir les envois"));
        }
    }

    private void LookAtSites()
    {
        if (State.RefusedSites is > 0 and var refused)
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
