using System.Text.RegularExpressions;

namespace HauteMarne;

/// <summary>
/// The numbers that police, gendarmerie and prosecutors give their procedures, as they are typed in the midst of a sentence: a number beside a word of
/// the inquiry, or one whose own shape says what it is.
/// </summary>
internal static partial class ProcedureNumber
{
    private const string Word =
        """
        \b (?: p\.? \ ? v \.? | m\.?c \.? | proces [\ -]? verba(?:l|ux) | procedures? | parquet | plaintes? | mains? [\ -]? courantes? | enquetes? | instruction
          | idj | cassiopee | lrppn | lrpgn )
        (?= \P{L} | $ | n\ ?° | no(?!\p{L}) )
        """;

    /// <summary>"n°", "numéro", with the letters of a unit after it ("n° BR/4512").</summary>
    private const string Sign =
        """
        (?: (?: n\ ?° | no(?!\p{L}) | \b num(?:eros?)?\b | \b ref(?:erences?)?\b | \b n(?=\.) | \# ) \.? (?: \ ?:? \ ? \p{L}{1,6} [\ /-]? (?=\d) )? )
        """;

    /// <summary>Of few groups: a longer list of numbers is no procedure, and must not cost more than its length.</summary>
    private const string Run =
        """
        (?<run> \d+ (?: \ ?[/-]\ ?\d+ | [.\ ]\d+ ){0,6} )
        """;

    public static bool IsIn(string plain)
    {
        var rest = OtherNumbers.RemovedFrom(plain);
        return After().Matches(rest).Concat(Before().Matches(rest)).Any(Names) || Serial().IsMatch(rest) || Candidate().Matches(rest).Any(IsProsecutors);
    }

    private static bool Names(Match match) =>
        new NumberRun(match.Groups["run"].Value).IsProcedure(match.Groups["sign"].Success);

    /// <summary>The prosecutor's eleven digits: year, day of the year, serial ("24012000123", "24.012.000.123"); 33 would be a telephone's country.</summary>
    private static bool IsProsecutors(Match match)
    {
        var run = new NumberRun(match.Value);
        return run.Groups.Any(IsElevenOfOne) || (run.Groups.Count <= 4 && IsElevenOfOne(string.Concat(run.Groups)));

        static bool IsElevenOfOne(string digits) =>
            digits.Length == 11 && !digits.StartsWith("33", StringComparison.Ordinal) && int.Parse(digits.AsSpan(2, 3), provider: null) is >= 1 and <= 366;
    }

    /// <summary>The word, then its number: "PV 2024/001234", "plainte enregistrée sous le numéro 4567", "le numéro de PV est 12345".</summary>
    [GeneratedRegex(
        $$"""
        {{Word}}
        (?: \ ?, (?= \ ? {{Sign}} ) )?
        (?: \ ? (?: (?<sign> {{Sign}} )
              | \b (?: de | du | des | la | le | les | sous | dossier | police | gendarmerie | judiciaires? | penales? | preliminaires? | renseignements?
                      | audition
                    | depose(?:e|s|es)? | enregistre(?:e|s|es)? | est | sont | etait | porte | portant ) \b
              | \b [dl]' | [:=("'/-] | \.(?=\d) | \u00A4 (?= \ ? {{Sign}} ) ) ){0,12}
        \ ? (?: \p{L}{1,6} [/-] )?
        {{Run}}
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex After();

    /// <summary>The number, then its word: "n° 12345 du PV", "12345 est le numéro de la procédure".</summary>
    [GeneratedRegex(
        $$"""
        (?: (?<sign> {{Sign}} ) \ ? )? (?<! [\d/.-] ) {{Run}}
        (?: \ ? ["')] )?
        \ ? (?: [=(] | \b (?: est | du | de | des | au ) \b | \b d' )
        (?: \ ? (?: {{Sign}} | \b (?: le | la | du | de | des | un | une | cette | ce | son | sa ) \b | \b [dl]' | ["'(] ) ){0,6}
        \ ? {{Word}}
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Before();

    /// <summary>
    /// The number without its word: unit, serial, year ("1234/00567/2024"), or serial and year either way round ("1234/2024", "2024-001234"). Two years are a
    /// school year or a span.
    /// </summary>
    [GeneratedRegex(
        """
        (?<! \d | \d[/-] )
        (?: \d{3,6} \ ?[/-]\ ? \d{3,6} \ ?[/-]\ ? (?:20)?\d{2}
          | (?! (?:19|20)\d{2} \b ) \d{4,6} (?: \ ?[/-]\ ? | \. ) 20[0-4]\d
          | 20[0-4]\d (?: \ ?[/-]\ ? | \. ) (?: \d{5,6} | 0\d{3} )
          | [0-4]\d / 0\d{4,5} )
        (?! \d | [/-]\d )
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Serial();

    [GeneratedRegex(@"\d+(?: ?[/-] ?\d+|[. ]\d+)*")]
    private static partial Regex Candidate();
}
