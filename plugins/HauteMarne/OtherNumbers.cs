using System.Text.RegularExpressions;

namespace HauteMarne;

/// <summary>The numbers that a social worker must be able to write: they are taken away before a procedure number is looked for.</summary>
internal static partial class OtherNumbers
{
    /// <summary>Joins nothing: what is before and after it are not neighbours.</summary>
    private const string Gone = "\u00A4";

    public static string RemovedFrom(string plain) =>
        new[] { Street(), Address(), Reference(), Telephone(), Date(), Hour(), Quantity() }.Aggregate(plain, (text, other) => other.Replace(text, Gone));

    /// <summary>"12 rue du Parquet": a street is named after what it likes.</summary>
    [GeneratedRegex(
        @"\b(?:rue|avenue|place|impasse|allee|chemin|boulevard|cours|quai|route) (?:du|de la|de l'|des) ?\p{L}+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Street();

    /// <summary>"52100 Saint-Dizier": the postcodes of the département.</summary>
    [GeneratedRegex(@"(?<![\d/.-])52\d{3}(?= \p{Lu}\p{Ll})")]
    private static partial Regex Address();

    /// <summary>"dossier CAF n° 0123456", "RG 24/00123": the file of a social service or of a civil court.</summary>
    [GeneratedRegex(
        """
        \b (?: caf | siao | fsl | mdph | rg | jaf | ccas | cpam | css | msa | apl | allocataire | locataire
          | bail | facture | devis | contrat | securite\ sociale | secu | nir | situation )
        (?: \ ?(?: : | - | n\ ?° | \b(?:no|num|numero|ref|reference|dossier|demande|de|du|le|est)\b\.? ) ){0,5}
        \ ? \d+ (?: \ ?[/.-]\ ?\d+ | \ \d+ )*
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Reference();

    /// <summary>"06 12 34 56 78", "03.25.00.00.00", "+33 6 12 34 56 78", "0 800 005 696", "3919".</summary>
    [GeneratedRegex(
        """
        (?<! [\d/] )
        (?: (?: (?: (?:\+|00)33 [\ .-]? (?:\(0\))? | 0 ) [\ .-]? [1-9] (?: [\ ./-]? \d{2} ){4} )
          | 0 \ ? 8\d{2} \ ? \d{3} \ ? \d{3}
          | \+ \d (?: [\ .-]? \d ){7,12}
          | 3919 | 116 \ ? 00[06] )
        (?! [\d/] )
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Telephone();

    /// <summary>"12/03/2024", "12.03.24", "12 03 2024", "2024-03-12", "12/03": a PV may be spoken of by its day.</summary>
    [GeneratedRegex(
        """
        (?<! \d | \d[/-] )
        (?: (?:0?[1-9]|[12]\d|3[01]) (?<sep> \ ?[/-]\ ? | [.\ ] ) (?:0?[1-9]|1[0-2]) \k<sep> (?: (?:19|20)\d{2} | \d{2} )
          | (?:19|20)\d{2} - (?:0[1-9]|1[0-2]) - (?:0[1-9]|[12]\d|3[01])
          | (?:0?[1-9]|[12]\d|3[01]) / (?:0?[1-9]|1[0-2]) )
        (?! \d | [/-]\d )
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Date();

    /// <summary>"14 h 30", "9h", "14:30".</summary>
    [GeneratedRegex(
        @"(?<![\d/.-])(?:[01]?\d|2[0-3]) ?(?:h(?:eures?)?(?: ?[0-5]\d)?|:[0-5]\d)(?![\d\p{L}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hour();

    /// <summary>"1 200 euros", "450/500 €", "1200 / mois", "40 %", "3 ans".</summary>
    [GeneratedRegex(
        """
        (?<! \d | \d[/.-] )
        (?: \d{1,6} \ ?[/-]\ ? )?
        (?: (?: \d{1,3} (?:\ \d{3}){1,3} | \d{1,6} ) (?: [.,]\d{1,2} )? \ ? (?: € | euros?\b | /\ ?mois\b )
          | \d{1,3} (?: [.,]\d{1,2} )? \ ? (?: % | (?:ans|mois|semaines?|jours?|km|m2|kg|fois|enfants?)\b ) )
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Quantity();
}
