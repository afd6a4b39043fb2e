using System.Globalization;

namespace Modular.Contracts.Wording;

/// <summary>
/// Days and hours as French readers write them, for sentences that people read: reasons, findings, reminders, gaps. The first of a month is « 1er », and no
/// space in an hour breaks. Times are local to whoever reads them: convert an instant to the site's zone first.
/// </summary>
/// <example><code>$"Personne {FrenchTime.WeekDay(day)} à partir de {FrenchTime.Hour(start)}."</code></example>
public static class FrenchTime
{
    private const char NoBreak = '\u00A0';

    /// <summary>The culture of every page, message and report: <c>fr-FR</c>.</summary>
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>« 23 novembre 2026 », « 1er janvier 2026 ».</summary>
    /// <param name="day">The day.</param>
    /// <returns>The day, its month and its year.</returns>
    public static string Day(DateOnly day) => Ordinal(day) + day.ToString(" MMMM yyyy", Culture);

    /// <summary>« 23 novembre », « 1er janvier ».</summary>
    /// <param name="day">The day.</param>
    /// <returns>The day and its month, where the year goes without saying.</returns>
    public static string DayOfMonth(DateOnly day) => Ordinal(day) + day.ToString(" MMMM", Culture);

    /// <summary>« lundi 23 novembre », « mardi 1er décembre ».</summary>
    /// <param name="day">The day.</param>
    /// <returns>The day of the week, the day and its month.</returns>
    public static string WeekDay(DateOnly day) => day.ToString("dddd ", Culture) + DayOfMonth(day);

    /// <summary>« 9 h 30 », « 14 h ».</summary>
    /// <param name="hour">The hour, local to the reader.</param>
    /// <returns>The hour, without minutes when there are none.</returns>
    public static string Hour(TimeOnly hour) => hour.ToString(hour.Minute == 0 ? "H' h'" : "H' h 'mm", Culture).Replace(' ', NoBreak);

    private static string Ordinal(DateOnly day) => day.Day == 1 ? "1er" : day.Day.ToString(Culture);
}
