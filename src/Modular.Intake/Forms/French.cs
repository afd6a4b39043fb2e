using System.Globalization;

namespace Modular.Intake.Forms;

/// <summary>Days and numbers as French readers write them.</summary>
public static class French
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>« 23 novembre 2026 », « 1er janvier 2026 ».</summary>
    public static string Day(DateOnly day) => (day.Day == 1 ? "1er" : day.Day.ToString(Culture)) + day.ToString(" MMMM yyyy", Culture);

    /// <summary>« lundi 23 novembre ».</summary>
    public static string WeekDay(DateOnly day) => day.ToString("dddd ", Culture) + (day.Day == 1 ? "1er" : day.Day.ToString(Culture)) + day.ToString(" MMMM", Culture);

    /// <summary>« 9 h 30 », « 14 h ».</summary>
    public static string Hour(TimeOnly hour) => hour.ToString(hour.Minute == 0 ? "H' h'" : "H' h 'mm", Culture).Replace(' ', '\u00a0');

    public static string Number(decimal number) => number.ToString("#,##0.##", Culture);
}
