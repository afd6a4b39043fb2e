using Modular.Statistics.Figures;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Modular.Reporting.Templates;

/// <summary>The engine's failures in our own words.</summary>
internal static class ScribanErrors
{
    public static readonly BilingualText NoEnd = new("this block is not closed: {{ end }} is missing.", "Ce bloc n’est pas fermé\u202F: il manque {{ end }}.");

    public static readonly BilingualText TooLarge = new(
        "this number is too large: a report has none beyond 28 digits.",
        "Ce nombre est trop grand\u202F: un bilan n’en a pas de plus de 28 chiffres.");

    public static readonly BilingualText TooDeep = new("this is nested too deep.", "Ce passage est imbriqué trop profondément.");

    public static readonly BilingualText LongList = new("this list is too long.", "Cette liste est trop longue.");

    private static readonly BilingualText NoMember = new("this has no member of that name.", "Ceci n’a pas d’élément de ce nom.");

    private static readonly (string Says, BilingualText Sentence)[] Known =
    [
        ("iteration limit", new("this loop does not end, or goes round too often.", "Cette boucle ne se termine pas, ou tourne trop souvent.")),
        ("LoopLimit", LongList),
        ("recursive depth", new("this function calls itself too deep.", "Cette fonction s’appelle elle-même sans s’arrêter.")),
        ("was not found", new("this name has no value here: give it one before.", "Ce nom n’a pas de valeur ici\u202F: donnez-lui-en une avant.")),
        ("Cannot get member", NoMember),
        ("member on the primitive", NoMember),
        ("for a null object", new("there is nothing here that has members.", "Il n’y a rien ici qui ait des éléments.")),
        ("is null. Cannot access", new("there is nothing here that has members.", "Il n’y a rien ici qui ait des éléments.")),
        ("number of arguments", new("this word is given too few or too many others.", "Ce mot est suivi de trop ou de trop peu d’autres.")),
        ("not a valid function", new("after | comes a function: this is none.", "Après | vient une fonction\u202F: ceci n’en est pas une.")),
        ("Invalid target function", new("this is no function: nothing can follow it.", "Ceci n’est pas une fonction\u202F: rien ne peut le suivre.")),
        ("Unable to convert", new(
            "this is not what is expected here: a number, a text or a list.",
            "Ceci n’est pas ce qui est attendu ici\u202F: un nombre, un texte ou une liste.")),
        ("is not supported", new("these two cannot be set together this way.", "Ces deux valeurs ne se combinent pas ainsi.")),
        ("out of bounds", new("this place is beyond the list’s end.", "Cette place est au-delà de la fin de la liste.")),
        ("out of range", new("this place is beyond the list’s end.", "Cette place est au-delà de la fin de la liste.")),
        ("exceeds LimitToString", ScribanContext.TooLong),
        ("exceeds the configured LimitToString", ScribanContext.TooLong),
        ("too large or too small", TooLarge),
        ("Shift amount", TooLarge),
        ("divide by zero", new("this is divided by nothing.", "Ceci est divisé par zéro.")),
        ("was cancelled", ScribanContext.TooSlow),
        ("timed out", new("this search in a text takes too long.", "Cette recherche dans un texte prend trop de temps.")),
    ];

    private static readonly string[] Endless = ["iteration limit", "LoopLimit", "recursive depth", "LimitToString", "timed out", "was cancelled"];

    private static readonly (string Says, BilingualText Sentence)[] KnownOfParser =
    [
        ("<end> statement was not found", NoEnd),
        ("Found <end>", new("this {{ end }} closes nothing.", "Ce {{ end }} ne ferme rien.")),
        ("else condition must be preceded", new("this {{ else }} belongs to no {{ if }}.", "Ce {{ else }} ne se rapporte à aucun {{ if }}.")),
        ("Invalid if/else", new("this {{ else }} belongs to no {{ if }}.", "Ce {{ else }} ne se rapporte à aucun {{ if }}.")),
        ("`when` condition must be", new("this {{ when }} belongs to no {{ case }}.", "Ce {{ when }} ne se rapporte à aucun {{ case }}.")),
        ("Only `when`/`else` are expected", new(
            "within {{ case }} only {{ when }} and {{ else }} come first.",
            "Dans {{ case }} viennent d’abord {{ when }} ou {{ else }}.")),
        ("Expecting 'in' word", new("write {{ for row in figure.rows }}.", "Écrivez {{ for ligne in chiffre.rows }}.")),
        ("not terminated", new("a quotation mark is not closed.", "Un guillemet n’est pas fermé.")),
        ("depth limit", TooDeep),
        ("code block exit", new("these two closing braces close nothing.", "Ces deux accolades fermantes ne ferment rien.")),
    ];

    private static readonly BilingualText NotComputed = new("this cannot be computed.", "Ceci ne peut pas être calculé.");
    private static readonly BilingualText NotRead = new("this expression cannot be read.", "Cette expression ne se lit pas.");

    public static BilingualText Of(ScriptRuntimeException failure) => Ours(failure)?.Sentence ?? Find(Known, failure.OriginalMessage) ?? NotComputed;

    public static bool IsEndless(ScriptRuntimeException failure) =>
        Ours(failure)?.IsEndless ?? Endless.Any(says => failure.OriginalMessage.Contains(says, StringComparison.OrdinalIgnoreCase));

    public static bool IsUnknownMember(ScriptRuntimeException failure) => Of(failure) == NoMember;

    /// <summary>What is read where something could not be computed: a hidden number stays one.</summary>
    public static Cell CellOf(ScriptRuntimeException failure) => Ours(failure)?.Instead ?? Cell.None;

    public static BilingualText Of(LogMessage message) => Find(KnownOfParser, message.Message) ?? NotRead;

    private static TemplateFailure? Ours(Exception? failure) => failure is null ? null : failure as TemplateFailure ?? Ours(failure.InnerException);

    private static BilingualText? Find((string Says, BilingualText Sentence)[] known, string message) =>
        known.Where(one => message.Contains(one.Says, StringComparison.OrdinalIgnoreCase)).Select(one => (BilingualText?)one.Sentence).FirstOrDefault();
}
