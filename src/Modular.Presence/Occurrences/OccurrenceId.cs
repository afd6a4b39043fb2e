using System.Globalization;

namespace Modular.Presence.Occurrences;

/// <summary>
/// Who is expected where and when, whatever line of the pattern says so: outcomes, calendar events and facts hold on to it when the pattern is written
/// anew. Spelled <c>haute-marne/poste-2/chaumont/2026-11-23/morning</c>; a duty for all stations has <c>*</c> in the station's place.
/// </summary>
public readonly record struct OccurrenceId(string Site, string Post, string? Station, DateOnly Day, DayPart DayPart)
{
    private const string EveryStation = "*";

    public static bool TryParse(string? text, out OccurrenceId id)
    {
        id = default;
        if (text?.Split('/') is not [{ Length: > 0 } site, { Length: > 0 } post, { Length: > 0 } station, var dayText, var partText]
            || !DateOnly.TryParseExact(dayText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || !DayPart.TryParse(partText, out var part))
        {
            return false;
        }

        id = new OccurrenceId(site, post, station == EveryStation ? null : station, day, part);
        return true;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Site}/{Post}/{Station ?? EveryStation}/{Day:yyyy-MM-dd}/{DayPart}");
}
