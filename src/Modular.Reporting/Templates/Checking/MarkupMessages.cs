using AngleSharp.Html.Dom.Events;

namespace Modular.Reporting.Templates.Checking;

internal static class MarkupMessages
{
    public static readonly BilingualText ExpressionInTag = new(
        "an expression stands in text, never within a tag.",
        "Une expression se place dans le texte, jamais à l’intérieur d’une balise.");

    public static readonly BilingualText Comment = new(
        "HTML comments and declarations are refused: write {{ # a comment }}, which is not sent.",
        "Les commentaires et déclarations HTML sont refusés\u202F: écrivez {{ # un commentaire }}, qui n’est pas envoyé.");

    public static readonly BilingualText Misplaced = new(
        "this cannot stand here: a browser would move it elsewhere, or drop it.",
        "Ceci ne peut pas se trouver ici\u202F: un navigateur le déplacerait ou l’ignorerait.");

    public static readonly BilingualText TooDeep = new("elements are nested too deep here.", "Les éléments sont imbriqués trop profondément ici.");

    public static readonly BilingualText Unbalanced = new(
        "what opens between {{ if }}, {{ for }} or the like and its {{ end }} closes there too.",
        "Ce qui s’ouvre entre {{ if }}, {{ for }} ou un mot semblable et son {{ end }} s’y referme aussi.");

    public static readonly BilingualText LeavesOpen = new(
        "{{ ret }}, {{ break }} or {{ continue }} leaves here a tag that is still open: close it before.",
        "{{ ret }}, {{ break }} ou {{ continue }} laisse ici une balise ouverte\u202F: fermez-la avant.");

    public static readonly BilingualText LeavesAnother = new(
        "this leaves no loop of its own: {{ break }} and {{ continue }} stand in a loop.",
        "Ceci ne quitte aucune boucle\u202F: {{ break }} et {{ continue }} se placent dans une boucle.");

    public static readonly BilingualText SameDrawing = new(
        "the same drawing stands in the report twice: draw it once more with {{ chart }}.",
        "Le même dessin figure deux fois dans le bilan\u202F: dessinez-le de nouveau avec {{ chart }}.");

    public static readonly BilingualText Character = new("this character cannot stand in a template.", "Ce caractère ne peut pas se trouver dans un modèle.");

    public static BilingualText Element(string name) => new(
        $"<{AllowedMarkup.Shown(name)}> is refused: a template holds text, headings, lists, tables, figures and charts.",
        $"<{AllowedMarkup.Shown(name)}> est refusé\u202F: un modèle contient du texte, des titres, des listes, des tableaux, des chiffres et des graphiques.");

    public static BilingualText NotClosed(string name) =>
        new($"<{name}> is not closed: </{name}> is missing.", $"<{name}> n’est pas fermé\u202F: il manque </{name}>.");

    public static BilingualText ClosesNothing(string name, string? open) => open is null
        ? new($"</{name}> closes nothing.", $"</{name}> ne ferme rien.")
        : new($"</{name}> stands where <{open}> is still open.", $"</{name}> se trouve là où <{open}> est encore ouvert.");

    public static BilingualText NoSuchPlace(string id) => new($"no place of the template is called {id}.", $"Aucun endroit du modèle ne s’appelle {id}.");

    public static BilingualText Twice(string id) => new($"another place is called {id} already.", $"Un autre endroit s’appelle déjà {id}.");

    /// <param name="after">What came before was read.</param>
    public static TemplateFault OfTokenizer(HtmlErrorEvent error, string html, int after)
    {
        var at = Math.Clamp(error.Position.Index, 0, html.Length);
        return error.Code switch
        {
            0 => new(Math.Max(html.IndexOf('<', Math.Min(after, html.Length)), 0), new(
                "this tag is not closed: a > or a quotation mark is missing.",
                "Cette balise n’est pas fermée\u202F: il manque un > ou un guillemet.")),
            27 => new(Math.Max(at - 1, 0), new("write &lt; for a <.", "Écrivez &lt; pour un <.")),
            58 => new(at, new("write &amp; for an &.", "Écrivez &amp; pour un &.")),
            99 => new(at, new("this tag has the same attribute twice.", "Cette balise porte deux fois le même attribut.")),
            26 or 30 => new(Math.Max(html.LastIndexOf('<', Math.Min(at, html.Length - 1)), 0), Comment),
            _ => new(at, new("this is no HTML that every browser reads alike.", "Ceci n’est pas du HTML que tous les navigateurs lisent de la même façon.")),
        };
    }
}
