using System.Globalization;
using System.Net.Mail;
using System.Text;
using Modular.Contracts.Answers;

namespace Modular.Intake.Forms;

/// <summary>One typed text turned into an answer, or into the sentence that says why it cannot be.</summary>
internal readonly record struct Parsed(Answer? Answer, string? Error)
{
    public static Parsed Nothing => default;

    public static implicit operator Parsed(Answer answer) => new(answer, null);

    public static Parsed Refused(string sentence) => new(null, sentence);
}

/// <summary>
/// Reads what people type. Browsers post invariant text for numbers and dates, people type French: both are read, never by the current culture.
/// </summary>
internal static class AnswerParser
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy"];
    private static readonly string[] Hours = ["H:mm", "HH:mm", "HH:mm:ss", "H'h'mm", "H'h'"];

    public static Parsed Text(string typed, int maxLength)
    {
        var text = Clean(typed);
        return text.Length == 0 ? Parsed.Nothing
            : text.Length > maxLength ? Parsed.Refused($"Ce texte compte {text.Length.ToString("N0", French)} caractères\u202f; la limite est de {maxLength.ToString("N0", French)}. Raccourcissez-le.")
            : new Answer.Text(text);
    }

    public static Parsed Whole(string typed, string? unit)
    {
        var digits = Compact(typed);
        return digits.Length == 0 ? Parsed.Nothing
            : long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1_000_000_000
                ? new Answer.Number(number)
                : Parsed.Refused(unit is null ? "Indiquez un nombre entier, par exemple 2." : $"Indiquez un nombre entier de {unit}, par exemple 20.");
    }

    public static Parsed Decimal(string typed)
    {
        var digits = Compact(typed).Replace(',', '.');
        return digits.Length == 0 ? Parsed.Nothing
            : decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1_000_000_000
                ? new Answer.Number(number)
                : Parsed.Refused("Indiquez un nombre, par exemple 2,5.");
    }

    /// <summary>Minutes: <c>45</c>, <c>1 h 15</c>, <c>1:15</c>.</summary>
    public static Parsed Duration(string typed)
    {
        var text = Compact(typed).ToLowerInvariant().Replace("min", "", StringComparison.Ordinal).Replace(':', 'h');
        if (text.Length == 0)
        {
            return Parsed.Nothing;
        }

        var parts = text.Split('h');
        var read = parts.Select(part => part.Length == 0 ? 0 : int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        return read.Count <= 2 && read.TrueForAll(number => number >= 0)
            ? (read.Count == 2 ? (read[0] * 60) + read[1] : read[0]) is var minutes && minutes <= 24 * 60
                ? new Answer.Number(minutes)
                : Parsed.Refused("Cette durée dépasse une journée. Indiquez des minutes, par exemple 45.")
            : Parsed.Refused("Indiquez une durée en minutes, par exemple 45, ou 1 h 15.");
    }

    public static Parsed Day(string typed) =>
        typed.Trim() is not { Length: > 0 } text ? Parsed.Nothing
        : DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1890 and <= 2199
            ? new Answer.Day(day)
            : Parsed.Refused("Cette date n’existe pas. Indiquez le jour, le mois et l’année, par exemple 23/11/2026.");

    public static Parsed Hour(string typed) =>
        Compact(typed).ToLowerInvariant() is not { Length: > 0 } text ? Parsed.Nothing
        : TimeOnly.TryParseExact(text, Hours, CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)
            ? new Answer.Hour(hour)
            : Parsed.Refused("Indiquez une heure, par exemple 9 h 30.");

    public static Parsed Telephone(string typed)
    {
        var text = Clean(typed);
        var digits = text.Count(char.IsAsciiDigit);
        return text.Length == 0 ? Parsed.Nothing
            : digits is >= 2 and <= 15 && text.Length <= 40 && text.All(c => char.IsAsciiDigit(c) || char.IsWhiteSpace(c) || c is '+' or '.' or '-' or '/' or '(' or ')')
                ? new Answer.Text(text)
                : Parsed.Refused("Indiquez un numéro de téléphone, par exemple 06 12 34 56 78. Une précision se note dans un champ de texte.");
    }

    public static Parsed Email(string typed) =>
        Clean(typed) is not { Length: > 0 } text ? Parsed.Nothing
        : text.Length <= 200 && MailAddress.TryCreate(text, out var address) && address.Address == text
            ? new Answer.Text(text)
            : Parsed.Refused("Indiquez une adresse électronique, par exemple nom@exemple.fr.");

    /// <summary>Trimmed, line ends as \n, without the control characters that a paste from another program may bring.</summary>
    private static string Clean(string typed)
    {
        var text = new StringBuilder(typed.Length);
        foreach (var c in typed.ReplaceLineEndings("\n"))
        {
            if (c is '\n' or '\t' || !char.IsControl(c))
            {
                text.Append(c);
            }
        }

        return text.ToString().Trim();
    }

    private static string Compact(string typed) => string.Concat(typed.Where(c => !char.IsWhiteSpace(c)));
}
