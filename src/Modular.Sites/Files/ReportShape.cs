using System.Globalization;
using System.Text.RegularExpressions;
using Modular.Contracts.Reports;
using Modular.Sites.Shapes;
using static Modular.Sites.Shapes.JsonKey;

namespace Modular.Sites.Files;

/// <summary><c>reports/*.json</c>; the template beside it is added afterwards.</summary>
internal static partial class ReportShape
{
    private static readonly JsonKey<string> Id = Required(
        "id", new TextShape(40, "^[a-z0-9][a-z0-9_-]*$", $"a report's identifier has lower-case letters, digits, hyphens and underscores"), "The file's name.");
    private static readonly JsonKey<string> Title = Required("title", ValueShapes.Text(120));
    private static readonly JsonKey<PeriodKind> Period = Required("period", ValueShapes.Word<PeriodKind>());
    private static readonly JsonKey<Comparison> ComparedWith = Optional("comparedWith", ValueShapes.Word<Comparison>(), Comparison.None);
    private static readonly JsonKey<ReportSchedule?> Schedule = Maybe(
        "schedule", ScheduleShape(), "When it is made and sent by itself; absent: on demand only.");
    private static readonly JsonKey<IReadOnlyList<string>> For = Optional(
        "for",
        ValueShapes.SomeOf(new WordShape<string>(new Dictionary<string, string> { ["coordinator"] = "coordinator", ["worker"] = "worker" })),
        ["coordinator"],
        "Who receives it.");
    private static readonly JsonKey<IReadOnlyDictionary<string, FigureDefinition>> Figures = Required(
        "figures", new MapShape<FigureDefinition>(ValueShapes.Name, FigureShape.Shape));

    public static readonly ObjectShape<ReportDefinition> Shape = new(
        [Id, Title, Period, ComparedWith, Schedule, For, Figures],
        report => new ReportDefinition
        {
            Id = report.Get(Id),
            Title = report.Get(Title),
            Period = report.Get(Period),
            ComparedWith = report.Get(ComparedWith),
            Schedule = report.Get(Schedule),
            For = report.Get(For),
            Figures = [.. report.Get(Figures).Select(pair => report.Reading.Sources.Same(pair.Value, pair.Value with { Name = pair.Key }))],
            Template = "",
        });

    private static ObjectShape<ReportSchedule> ScheduleShape()
    {
        var on = Required("on", new ParsedShape<string>(text => (IsDay(text), text), $"one of 15 January, day 31 or monday"));
        var at = Required("at", ValueShapes.Hour);
        var ahead = Optional("ahead", ValueShapes.Flag, false, "True when the report is about the period that follows.");
        return new([on, at, ahead], schedule =>
        {
            if (schedule.Get(at) is { Hour: 2 })
            {
                schedule.Reading.Note(schedule.At(at), $"Between 02:00 and 03:00 is an hour that some days do not have: choose another.");
            }

            return new ReportSchedule(schedule.Get(on), schedule.Get(at), schedule.Get(ahead));
        });
    }

    /// <summary>29 February is refused with the days that never are: most years would pass it over.</summary>
    private static bool IsDay(string text) =>
        Enum.GetNames<DayOfWeek>().Any(day => day.ToLowerInvariant() == text)
        || DayOfMonth().IsMatch(text)
        || (DayOfYear().IsMatch(text) && DateOnly.TryParseExact($"{text} 2023", "d MMMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    [GeneratedRegex("^day ([1-9]|[12][0-9]|3[01])$")]
    private static partial Regex DayOfMonth();

    [GeneratedRegex("^[1-9][0-9]? [A-Za-z]+$")]
    private static partial Regex DayOfYear();
}
