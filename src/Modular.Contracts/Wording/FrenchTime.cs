using System.Globalization;
using Modular.Contracts.Presence;

namespace Modular.Contracts.Wording;

/// <summary>
/// Days and hours as French readers write them, for sentences that people read: reasons, findings, reminders, gaps. The first of a month is « 1er », and no
/// space in an hour breaks. Times are local to whoever reads them: convert an instant to the site's zone first.
/// </summary>
/// <example><code>$"Personne {FrenchTime.WeekDay(day)} à partir de {FrenchTime.Hour(start)}."</code></example>
public static class FrenchTime
{
    private const char NoBreak = '\u00A0';

    /// <summary>
    /// The culture of every page, message and report: <c>fr-FR</c>. For engines that format by themselves; whoever writes a sentence takes the methods of
    /// <see cref="FrenchTime"/> and <see cref="FrenchNumber"/>.
    /// </summary>
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
    public static string WeekDay(DateOnly day) => $"{NameOf(day.DayOfWeek)} {DayOfMonth(day)}";

    /// <summary>« lundi ».</summary>
    /// <param name="day">The day of the week.</param>
    public static string NameOf(DayOfWeek day) => Culture.DateTimeFormat.GetDayName(day);

    /// <summary>« novembre ».</summary>
    /// <param name="month">From 1 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    public static string MonthName(int month) => Culture.DateTimeFormat.GetMonthName(month);

    /// <summary>« novembre 2024 ».</summary>
    /// <param name="day">Any day of the month.</param>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", Culture);

    /// <summary>« 23–29 novembre 2026 », « 30 novembre – 6 décembre 2026 », « 28 décembre 2026 – 3 janvier 2027 ».</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, included.</param>
    public static string Days(DateOnly from, DateOnly to) => (from.Year == to.Year, from.Month == to.Month) switch
    {
        (true, true) => $"{Ordinal(from)}–{Day(to)}",
        (true, false) => $"{DayOfMonth(from)} – {Day(to)}",
        _ => $"{Day(from)} – {Day(to)}",
    };

    /// <summary>« 9 h 30 », « 14 h ».</summary>
    /// <param name="hour">The hour, local to the reader.</param>
    /// <returns>The hour, without minutes when there are none.</returns>
    public static string Hour(TimeOnly hour) => hour.Minute == 0 ? Unbroken(hour.ToString("H' h'", Culture)) : Clock(hour);

    /// <summary>« de 9 h à 12 h 30 »; « jour et nuit » for a whole day.</summary>
    /// <param name="hours">The hours, local to the reader.</param>
    public static string Hours(TimeRange hours) => hours.Start == hours.End ? "jour et nuit" : $"de {Hour(hours.Start)} à {Hour(hours.End)}";

    /// <summary>« 9 h 30 », « 14 h 00 »: what a clock showed when something happened.</summary>
    /// <param name="hour">The hour, local to the reader.</param>
    public static string Clock(TimeOnly hour) => Unbroken(hour.ToString("H' h 'mm", Culture));

    /// <summary>« 26 nov. 2026, 3 h 30 »: an instant in a table.</summary>
    /// <param name="local">The instant, in the zone of whoever reads it.</param>
    public static string Moment(DateTimeOffset local) => $"{local.ToString("d MMM yyyy", Culture)}, {Clock(TimeOnly.FromDateTime(local.DateTime))}";

    /// <summary>« jeu. 26 nov. 2026, 3 h 30 ».</summary>
    /// <param name="local">The instant, in the zone of whoever reads it.</param>
    public static string WeekDayMoment(DateTimeOffset local) => $"{local.ToString("ddd", Culture)} {Moment(local)}";

    /// <summary>« à 10 h 42 », « hier à 16 h 12 », « vendredi à 9 h », « le 3 novembre à 14 h 05 »: the nearer the instant, the fewer words.</summary>
    /// <param name="local">The instant, in the zone of whoever reads it.</param>
    /// <param name="now">Now, in the same zone.</param>
    public static string Lately(DateTimeOffset local, DateTimeOffset now)
    {
        var day = DateOnly.FromDateTime(local.DateTime);
        var hour = $"à{NoBreak}{Hour(TimeOnly.FromDateTime(local.DateTime))}";
        return (DateOnly.FromDateTime(now.DateTime).DayNumber - day.DayNumber) switch
        {
            0 => hour,
            1 => $"hier {hour}",
            < 7 and > 0 => $"{NameOf(day.DayOfWeek)} {hour}",
            _ => $"le {DayOfMonth(day)} {hour}",
        };
    }

    private static string Ordinal(DateOnly day) => day.Day == 1 ? "1er" : day.Day.ToString(Culture);

    private static string Unbroken(string hour) => hour.Replace(' ', NoBreak);
}
