using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Host.Web;

namespace Modular.Host.Pages;

/// <summary>Runs in the place of a page that failed, after any method.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
internal sealed class ErreurModel : PageModel
{
    private static readonly Words Expired = new("La page a expiré",
        "Elle était ouverte depuis trop longtemps, ou la session a changé entre-temps. "
            + "Ce dernier envoi n’a pas été enregistré\u202F; tout ce qui l’était avant l’est toujours.",
        "Ouvrez la page de nouveau, puis recommencez l’envoi.");

    private static readonly Words Forbidden = new("Cette page ne vous est pas ouverte",
        "Votre compte n’y donne pas accès. C’est voulu\u202F: ce qui est confié dans un entretien n’est lu que par l’équipe qui le reçoit.",
        "Si vous pensez qu’il s’agit d’une erreur, parlez-en à la personne qui administre les comptes.");

    private static readonly Words Nothing = new("Il n’y a rien à cette adresse",
        "La page a peut-être été déplacée, ou l’adresse mal recopiée. Rien n’a été perdu.");

    private static readonly Words TooLarge = new("L’envoi est trop volumineux ou illisible",
        "Il est trop long, ou contient un caractère que l’application ne sait pas lire. Rien n’a été enregistré.",
        "Revenez à la page précédente\u202F: ce que vous avez tapé y est encore. Raccourcissez le texte, puis recommencez.");

    private static readonly Words Wrong = new("La demande n’a pas été comprise",
        "Rien n’a été enregistré. Revenez à la page précédente, vérifiez ce qui était écrit, puis recommencez.");

    private static readonly Words Ours = new("Un problème est survenu de notre côté",
        "Vous n’avez rien fait de mal. Ce dernier envoi n’a peut-être pas été enregistré\u202F; tout ce qui l’était avant l’est toujours.",
        "Attendez un instant, puis recommencez. Si cela se répète, prévenez la personne qui administre l’application, en lui disant l’heure.");

    private static readonly Words Away = new("Les données ne répondent pas pour l’instant",
        "Vous n’avez rien fait de mal\u202F: l’application les attend, et reprendra d’elle-même. "
            + "Ce dernier envoi n’a peut-être pas été enregistré\u202F; tout ce qui l’était avant l’est toujours.",
        "Revenez à la page précédente\u202F: ce que vous avez tapé y est encore. Recommencez dans une minute.");

    public Words Said { get; private set; } = Nothing;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (Response.StatusCode == StatusCodes.Status200OK)
        {
            // Somebody typed the address of this page: there is nothing here.
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        Said = Response.StatusCode switch
        {
            _ when ExpiredPage.IsCauseOf(HttpContext) => Expired,
            StatusCodes.Status403Forbidden => Forbidden,
            StatusCodes.Status404NotFound => Nothing,
            StatusCodes.Status413PayloadTooLarge => TooLarge,
            >= 400 and < 500 => Wrong,
            StatusCodes.Status503ServiceUnavailable => Away,
            _ => Ours,
        };
    }

    internal sealed record Words(string Heading, params string[] Sentences);
}
