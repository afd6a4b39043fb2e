using System.Text.RegularExpressions;

namespace HauteMarne;

/// <summary>The numbers that police, gendarmerie and prosecutors give their procedures, as they are typed in the midst of a sentence.</summary>
internal static partial class ProcedureNumber
{
    public static bool IsIn(string text)
    {
        var line = string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        var rest = Date().Replace(Telephone().Replace(line, " "), " ");
        return Named().IsMatch(rest) || Serial().IsMatch(rest) || Prosecutor().IsMatch(rest);
    }

    /// <summary>"06 12 34 56 78", "03.25.00.00.00", "+33 6 12 34 56 78".</summary>
    [GeneratedRegex(@"(?<![\d/])(?:(?:\+|00)33[\s.\-]?(?:\(0\))?|0)[\s.\-]?[1-9](?:[\s.\-/]?\d{2}){4}(?![\d/])")]
    private static partial Regex Telephone();

    /// <summary>"12/03/2024", "12.03.24", "2024-03-12", "12/03": a PV may be spoken of by its day.</summary>
    [GeneratedRegex(@"(?<![\d/])(?:\d{1,2}(?<sep>[/.\-])\d{1,2}\k<sep>(?:(?:19|20)\d{2}|\d{2})|20\d{2}-\d{2}-\d{2}|\d{1,2}/\d{1,2})(?![\d/])")]
    private static partial Regex Date();

    /// <summary>
    /// The word, then its number: "PV 2024/001234", "procédure n° 00123/2024", "plainte enregistrée sous le numéro 4567". A year alone is no
    /// number ("un PV de 2024"), nor is a postcode after a street name ("rue du Parquet 52100").
    /// </summary>
    [GeneratedRegex(
        """
        \b (?: p\.?\s?v(?!\p{L})\.? | proc[èe]s[\s-]verba(?:l|ux) | proc[ée]dures? | parquet | plaintes? | mains?[\s-]courantes? | enqu[êe]tes? | instruction | idj )
        (?: \s+ (?:de|du|la|le|sous|dossier|police|gendarmerie|judiciaires?|p[ée]nales?|pr[ée]liminaires?|renseignements?|audition|d[ée]pos[ée]e?|enregistr[ée]e?) )*
        \s* [:,]? \s*
        (?: (?: n\s?[°ºo]\.? | num[ée]ros? | num\. | r[ée]f(?:[ée]rence|\.)? | \# ) \s* :? \s* (?!(?:19|20)\d\d\b(?![/-]\d)) (?:\p{L}{1,6}[\s/-]?)? \d [\d\s/.-]* \d
          | (?<! parquet\s* | , \s*) (?!(?:19|20)\d\d\b) \d{3,}
          | (?!20\d\d[/-]20\d\d\b) (?: \d{2,} \s? [/-] \s? \d{3,} | \d{3,} \s? [/-] \s? \d{2,} ) )
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Named();

    /// <summary>
    /// The number without its word: unit, serial, year ("1234/00567/2024"), or serial and year either way round ("00123/2024", "2024/001234").
    /// A school year ("2024/2025") is none, nor is the reference of a social or civil file ("dossier CAF 00123/2024").
    /// </summary>
    [GeneratedRegex(
        """
        (?<! \b(?:dossier|caf|siao|fsl|mdph|rg|allocataire|bail|facture|contrat) \s* (?:n\s?[°ºo]|:)? \s* )
        (?<! [\d/-] )
        (?: \d{3,6} \s? / \s? \d{3,6} \s? / \s? (?:20)?\d{2} | \d{3,6}-\d{3,6}-20\d{2} | (?:0\d{3}|\d{5,6}) / 20\d{2} | 20\d{2} / \d{5,6} )
        (?! [\d/] )
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Serial();

    /// <summary>The prosecutor's eleven digits: year, day of the year, serial ("24012000123"); 33 would be a telephone's country.</summary>
    [GeneratedRegex(@"(?<!\d)(?!33)\d{2}\s?(?:[0-2]\d{2}|3[0-5]\d|36[0-6])\s?\d{3}\s?\d{3}(?!\d)")]
    private static partial Regex Prosecutor();
}
