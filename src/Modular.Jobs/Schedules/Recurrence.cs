using System.Globalization;
using System.Text.RegularExpressions;

namespace Modular.Jobs.Schedules;

public abstract partial record Recurrence
{
    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12];

    private Recurrence()
    {
    }

    public abstract bool Includes(DateOnly day);

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public abstract string Written { get; }

    /// <summary>Day of the month, month and day of the week, for the job engine's clock. It may call on more days than are due; the ledger decides.</summary>
    internal abstract string CronDays { get; }

    public sealed record Daily : Recurrence
    {
        public override string Written => "daily";

        internal override string CronDays => "* * *";

        public override bool Includes(DateOnly day) => true;
    }

    public sealed record Weekly(DayOfWeek On) : Recurrence
    {
        public override string Written => On.ToString().ToLowerInvariant();

        internal override string CronDays => $"* * {On.ToString()[..3].ToUpperInvariant()}";

        public override bool Includes(DateOnly day) => day.DayOfWeek == On;
    }

    /// <summary>In a month that is shorter, its last day.</summary>
    public sealed record Monthly(int On) : Recurrence
    {
        public override string Written => string.Create(CultureInfo.InvariantCulture, $"day {On}");

        internal override string CronDays => DaysOf(On) + " * *";

        public override bool Includes(DateOnly day) => day.Day == LastOrSooner(day, On);
    }

    /// <summary>29 February: in other years the 28th.</summary>
    public sealed record Yearly(int Month, int On) : Recurrence
    {
        public override string Written => string.Create(CultureInfo.InvariantCulture, $"{On} {Months[Month - 1]}");

        internal override string CronDays => string.Create(CultureInfo.InvariantCulture, $"{DaysOf(On)} {Month} *");

        public override bool Includes(DateOnly day) => day.Month == Month && day.Day == LastOrSooner(day, On);
    }

    /// <summary>Reads <c>daily</c>, <c>monday</c>, <c>day 31</c> or <c>15 January</c>; null for anything else.</summary>
    public static Recurrence? Parse(string written)
    {
        var text = written.Trim();
        if (text.Equals("daily", StringComparison.OrdinalIgnoreCase))
        {
            return new Daily();
        }

        if (WeekDay().IsMatch(text))
        {
            return new Weekly(Enum.Parse<DayOfWeek>(text, ignoreCase: true));
        }

        if (MonthDay().Match(text) is { Success: true } month)
        {
            return new Monthly(Number(month));
        }

        var year = YearDay().Match(text);
        var number = MonthNamed(year.Groups["month"].Value);
        return number > 0 && Number(year) <= DateTime.DaysInMonth(2024, number) ? new Yearly(number, Number(year)) : null;
    }

    private static int MonthNamed(string name) =>
        1 + Array.FindIndex(Months, month => month.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static int Number(Match match) => int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);

    private static int LastOrSooner(DateOnly day, int on) => Math.Min(on, DateTime.DaysInMonth(day.Year, day.Month));

    private static string DaysOf(int on) => on switch
    {
        31 => "L",
        > 28 => "28-31",
        _ => on.ToString(CultureInfo.InvariantCulture),
    };

    [GeneratedRegex("^(monday|tuesday|wednesday|thursday|friday|saturday|sunday)$", RegexOptions.IgnoreCase)]
    private static partial Regex WeekDay();

    [GeneratedRegex("^day (?<day>[1-9]|[12][0-9]|3[01])$", RegexOptions.IgnoreCase)]
    private static partial Regex MonthDay();

    [GeneratedRegex("^(?<day>[1-9]|[12][0-9]|3[01]) (?<month>[a-z]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex YearDay();
}
