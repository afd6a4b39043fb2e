using Modular.Contracts.Sites;
using Modular.Contracts.Wording;
using Modular.Sites;

namespace Modular.Presence.Days;

/// <summary>Computed, so that no list ends: code du travail L3133-1, L3134-13 for Alsace-Moselle, L3422-2 overseas.</summary>
internal static class PublicHolidays
{
    /// <summary>The holiday's name in French, or null on an ordinary day. Two that fall together are both named.</summary>
    public static string? On(DateOnly day, HolidayTerritory territory)
    {
        var names = Of(day.Year, territory).Where(holiday => holiday.Day == day).Select(holiday => Words.Of("holiday", holiday.Key)).ToList();
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    public static bool Close(LoadedSite site, string? station, DateOnly day) =>
        !site.Presence.OpenOnHolidays.Contains(station) && On(day, site.Definition.Holidays) is not null;

    public static IEnumerable<(DateOnly Day, string Key)> Of(int year, HolidayTerritory territory)
    {
        var easter = Easter(year);
        DateOnly Fixed(int month, int day) => new(year, month, day);

        IEnumerable<(DateOnly, string)> everywhere =
        [
            (Fixed(1, 1), "new_year"),
            (easter.AddDays(1), "easter_monday"),
            (Fixed(5, 1), "labour"),
            (Fixed(5, 8), "victory"),
            (easter.AddDays(39), "ascension"),
            (easter.AddDays(50), "whit_monday"),
            (Fixed(7, 14), "national"),
            (Fixed(8, 15), "assumption"),
            (Fixed(11, 1), "all_saints"),
            (Fixed(11, 11), "armistice"),
            (Fixed(12, 25), "christmas"),
        ];

        return everywhere.Concat(territory switch
        {
            HolidayTerritory.Metropole => [],
            HolidayTerritory.AlsaceMoselle => [(easter.AddDays(-2), "good_friday"), (Fixed(12, 26), "saint_stephen")],
            HolidayTerritory.Guadeloupe => [(Fixed(5, 27), "abolition")],
            HolidayTerritory.Guyane => [(Fixed(6, 10), "abolition")],
            HolidayTerritory.Martinique => [(Fixed(5, 22), "abolition")],
            HolidayTerritory.LaReunion => [(Fixed(12, 20), "abolition")],
            HolidayTerritory.Mayotte => [(Fixed(4, 27), "abolition")],
            _ => throw new ArgumentOutOfRangeException(nameof(territory), territory, null),
        });
    }

    /// <summary>Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher).</summary>
    public static DateOnly Easter(int year)
    {
        var (century, inCentury) = Math.DivRem(year, 100);
        var golden = year % 19;
        var correction = (century + 8) / 25;
        var epact = ((19 * golden) + century - (century / 4) - ((century - correction + 1) / 3) + 15) % 30;
        var toSunday = (32 + (2 * (century % 4)) + (2 * (inCentury / 4)) - epact - (inCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * toSunday)) / 451;
        var (month, day) = Math.DivRem(epact + toSunday - (7 * late) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
