using System.Text.RegularExpressions;

namespace HauteMarne;

/// <summary>Words that tell how far an inquiry or a trial is. They may be there for another reason: they only warn.</summary>
internal static partial class InquiryProgress
{
    public static bool IsTold(string plain) => Told().IsMatch(plain);

    [GeneratedRegex(
        """
        \b (?: gardes? [\ -] a [\ -] vue | gav | class(?:e|es|ee|ees|ement|ements) \ sans \ suite | audiences? \ (?:correctionnelles?|penales?)
          | tribunal \ correctionnel
          | mis(?:e|es)? \ en \ examen | perquisition(?:s|ne|nes|nee|nees)? | confrontations? | comparutions? \ immediates? | crpc | copj
          | deferr(?:e|es|ee|ees|ement|ements) | sous \ controle \ judiciaire | juges? \ d'instruction | commissions? \ rogatoires?
          | informations? \ judiciaires?
          | detention \ provisoire | mandats? \ (?:de \ depot | d'arret | d'amener) | auditions? \ libres? | flagrance | flagrant \ delit
          | enquete \ (?:close|cloturee|terminee)
          | ordonnance \ penale | composition \ penale | rappel \ a \ la \ loi | renvoye(?:e|s|es)? \ devant \ le \ tribunal )
        (?! \p{L} )
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Told();
}
