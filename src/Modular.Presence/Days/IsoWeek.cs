using System.Globalization;

namespace Modular.Presence.Days;

/// <summary>A week of ISO 8601, Monday to Sunday; written <c>2026-W48</c>. Its year is that of its Thursday.</summary>
public readonly record struct IsoWeek(int Year, int Number)
{
    public DateOnly Monday => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Number, DayOfWeek.Monday));

    public DateOnly Sunday => Monday.AddDays(6);

    public IsoWeek Next => Of(Monday.AddDays(7));

    public IsoWeek Previous => Of(Monday.AddDays(-7));

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, 7).Select(Monday.AddDays);

    public static IsoWeek Of(DateOnly day) => new(ISOWeek.GetYear(day), ISOWeek.GetWeekOfYear(day));

    /// <summary>Every week that has a day between two days, both included.</summary>
    public static IEnumerable<IsoWeek> Between(DateOnly from, DateOnly to)
    {
        for (var week = Of(from); week.Monday <= to; week = week.Next)
        {
            yield return week;
        }
    }

    public static bool TryParse(string? text, out IsoWeek week)
    {
        week = default;
        if (text?.Split("-W") is not [{ Length: 4 } yearText, { Length: 2 } numberText]
            || !int.TryParse(yearText, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(numberText, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || year is < 1900 or > 9000
            || number < 1
            || number > ISOWeek.GetWeeksInYear(year))
        {
            return false;
        }

        week = new IsoWeek(year, number);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-W{Number:00}");
}
