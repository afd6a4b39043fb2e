using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Access;
using Modular.Contracts.Wording;
using Modular.Host.Intake;
using Modular.Host.Presence;
using Modular.Host.Security;
using Modular.Host.Web;
using Modular.Intake.Drafts;

namespace Modular.Host.Pages;

internal sealed class IndexModel(ICurrentAccount current, MyDayService days, MyWeekService weeks, DraftService drafts, TimeProvider time) : PageModel
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public SignedInAccount SignedInAccount => current.Required;

    /// <summary>A worker's day; null for every other role.</summary>
    public MyDay? MyDay { get; private set; }

    /// <summary>A coordinator's week; null for every other role.</summary>
    public MyWeek? MyWeek { get; private set; }

    public string Today => FrenchLetters.Capital(FrenchTime.WeekDay(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Paris).DateTime)));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        MyDay = SituationScope.Of(SignedInAccount) is { } scope ? await days.LookAsync(scope, cancellation) : null;
        MyWeek = SignedInAccount.Role is Role.Coordinator ? await weeks.LookAsync(cancellation) : null;
    }

    public IActionResult OnPostAbandonner([FromForm(Name = "brouillon")] string? draft)
    {
        if (SituationScope.Of(SignedInAccount) is not { } scope)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        this.Done(drafts.End(scope, draft ?? "") ? "Le brouillon est abandonné. Rien de ce qui était enregistré n’a changé." : "Ce brouillon n’est plus là.");
        return Redirect("/");
    }

    public IReadOnlyList<Way> Ways => SignedInAccount.Role switch
    {
        Role.Worker =>
        [
            new("/saisines", "Saisines", "Toutes les personnes qui attendent un premier contact."),
            new("/situations", "Situations", "Retrouver une fiche, ajouter un entretien, orienter, clore."),
        ],
        Role.Coordinator => [],
        Role.Administrator =>
        [
            new("/administration/sites", "Sites", "Les dispositifs chargés, et pourquoi un autre est refusé."),
            new("/administration/comptes", "Comptes", "Ouvrir, suspendre ou débloquer un compte."),
            new("/administration/taches", "Tâches", "Ce qui se fait tout seul, quand, et avec quel résultat."),
            new("/administration/sauvegardes", "Sauvegardes", "Les copies de la nuit, et leur vérification."),
            new("/administration/etat", "État", "Ce qui est lent, plein, en retard ou refusé."),
        ],
        Role.DataProtectionOfficer =>
        [
            new("/journal", "Journal des accès", "Qui a lu, écrit ou extrait quoi, et quand."),
        ],
        _ => throw new InvalidOperationException($"No home page for {SignedInAccount.Role}."),
    };

    internal sealed record Way(string Address, string Name, string Purpose);
}
