using System.Globalization;
using System.Text.RegularExpressions;
using Modular.Contracts.Reports;
using Modular.Contracts.Wording;

namespace Modular.Statistics.Periods;

/// <summary><c>2024</c>, <c>2024-Q3</c>, <c>2024-11</c> or <c>2024-W48</c>; weeks are those of ISO 8601, whose year is not always the calendar's.</summary>
public readonly partial record struct ReportPeriod
{
    private ReportPeriod(PeriodKind kind, DateOnly from) => (Kind, From) = (kind, from);

    public PeriodKind Kind { get; }

    public DateOnly From { get; }

    public DateOnly To => Next.From.AddDays(-1);

    public ReportPeriod Next => Shifted(1);

    public ReportPeriod Previous => Shifted(-1);

    /// <summary>The same period a year before; week 53 of a year that has none before it becomes week 52.</summary>
    public ReportPeriod YearBefore
    {
        get
        {
            if (Kind is not PeriodKind.Week)
            {
                return new(Kind, From.AddYears(-1));
            }

            var year = ISOWeek.GetYear(From) - 1;
            return OfWeek(year, Math.Min(ISOWeek.GetWeekOfYear(From), ISOWeek.GetWeeksInYear(year)));
        }
    }

    /// <summary>The year it is counted in: for a week, that of its Thursday.</summary>
    public int Year => Kind is PeriodKind.Week ? ISOWeek.GetYear(From) : From.Year;

    public string Code => Kind switch
    {
        PeriodKind.Week => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-W{ISOWeek.GetWeekOfYear(From):00}"),
        PeriodKind.Month => From.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{From.Year:0000}-Q{Quarter}"),
        _ => From.ToString("yyyy", CultureInfo.InvariantCulture),
    };

    /// <summary>« année 2024 », « 3e trimestre 2024 », « novembre 2024 », « semaine 48 (25 novembre – 1er décembre 2024) ».</summary>
    public string Name => Kind switch
    {
        PeriodKind.Week => string.Create(CultureInfo.InvariantCulture, $"semaine {ISOWeek.GetWeekOfYear(From)} ({FrenchTime.Days(From, To)})"),
        PeriodKind.Month => FrenchTime.Month(From),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Quarter}{(Quarter == 1 ? "er" : "e")} trimestre {From.Year}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"année {From.Year}"),
    };

    /// <summary>« de l’année 2024 », « du 3e trimestre 2024 », « de novembre 2024 », « de la semaine 48 (…) ».</summary>
    public string OfName => Kind switch
    {
        PeriodKind.Week => "de la " + Name,
        PeriodKind.Month => (From.Month is 4 or 8 or 10 ? "d’" : "de ") + Name,
        PeriodKind.Quarter => "du " + Name,
        _ => "de l’" + Name,
    };

    public static ReportPeriod Containing(PeriodKind kind, DateOnly day) => kind switch
    {
        PeriodKind.Week => new(kind, day.AddDays(-(((int)day.DayOfWeek + 6) % 7))),
        PeriodKind.Month => new(kind, new(day.Year, day.Month, 1)),
        PeriodKind.Quarter => new(kind, new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1)),
        PeriodKind.Year => new(kind, new(day.Year, 1, 1)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static ReportPeriod LastWholeBefore(PeriodKind kind, DateOnly day) => Containing(kind, day).Previous;

    public ReportPeriod? Compared(Comparison comparison) => comparison switch
    {
        Comparison.Previous => Previous,
        Comparison.YearBefore => YearBefore,
        _ => null,
    };

    public static bool TryParse(string? text, out ReportPeriod period)
    {
        period = default;
        if (Written().Match(text?.Trim() ?? "") is not { Success: true } match)
        {
            return false;
        }

        int Number(string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        var year = Number("year");
        if (year is < 1900 or > 9000)
        {
            return false;
        }

        if (match.Groups["week"].Success)
        {
            var week = Number("week");
            if (week < 1 || week > ISOWeek.GetWeeksInYear(year))
            {
                return false;
            }

            period = OfWeek(year, week);
            return true;
        }

        period = match.Groups["quarter"].Success ? new(PeriodKind.Quarter, new(year, (Number("quarter") * 3) - 2, 1))
            : match.Groups["month"].Success ? new(PeriodKind.Month, new(year, Number("month"), 1))
            : new(PeriodKind.Year, new(year, 1, 1));
        return true;
    }

    public override string ToString() => Code;

    private static ReportPeriod OfWeek(int year, int week) => new(PeriodKind.Week, DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)));

    private int Quarter => ((From.Month - 1) / 3) + 1;

    private ReportPeriod Shifted(int by) => new(Kind, Kind switch
    {
        PeriodKind.Week => From.AddDays(7 * by),
        PeriodKind.Month => From.AddMonths(by),
        PeriodKind.Quarter => From.AddMonths(3 * by),
        _ => From.AddYears(by),
    });

    [GeneratedRegex(@"^(?<year>\d{4})(-Q(?<quarter>[1-4])|-W(?<week>\d{2})|-(?<month>0[1-9]|1[0-2]))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
