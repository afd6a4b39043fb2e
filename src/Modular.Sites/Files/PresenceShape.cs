using Modular.Contracts.Presence;
using Modular.Sites.Shapes;
using static Modular.Sites.Shapes.JsonKey;

namespace Modular.Sites.Files;

/// <summary><c>presence.json</c>.</summary>
internal static class PresenceShape
{
    private static readonly JsonKey<HalfDays> HalfDaysKey = Optional(
        "halfDays", HalfDaysShape(), new HalfDays(null, null), "The hours of a morning and of an afternoon.");
    private static readonly JsonKey<IReadOnlyList<PresencePattern>> Patterns = Required(
        "patterns", ValueShapes.ListOf(PatternShape.Shape), "Who is where, and when.");
    private static readonly JsonKey<IReadOnlyDictionary<string, int>> Promised = Optional(
        "promised", new MapShape<int>(ValueShapes.Identifier, new WholeShape(0, 100)), new Dictionary<string, int>(),
        "Half-days a week that the convention promises, by station.");
    private static readonly JsonKey<bool> Published = Optional(
        "published", ValueShapes.Flag, false, "True when page and feeds may be read without signing in.");
    private static readonly JsonKey<bool> NamesWorker = Optional("namesWorker", ValueShapes.Flag, false, "True when what is published names the worker.");
    private static readonly JsonKey<IReadOnlyList<string>> OpenOnHolidays = Optional(
        "openOnHolidays", ValueShapes.ListOf(ValueShapes.Identifier), [], "Stations that stay open on public holidays.");

    public static readonly ObjectShape<PresenceDefinition> Shape = new(
        [HalfDaysKey, Patterns, Promised, Published, NamesWorker, OpenOnHolidays],
        presence =>
        {
            var standard = new PresenceDefinition { Patterns = presence.Get(Patterns) };
            return standard with
            {
                Morning = presence.Get(HalfDaysKey).Morning ?? standard.Morning,
                Afternoon = presence.Get(HalfDaysKey).Afternoon ?? standard.Afternoon,
                Promised = presence.Get(Promised),
                Published = presence.Get(Published),
                NamesWorker = presence.Get(NamesWorker),
                OpenOnHolidays = presence.Get(OpenOnHolidays),
            };
        });

    private sealed record HalfDays(TimeRange? Morning, TimeRange? Afternoon);

    private static ObjectShape<HalfDays> HalfDaysShape()
    {
        var (morning, afternoon) = (MaybeValue("morning", ValueShapes.Hours), MaybeValue("afternoon", ValueShapes.Hours));
        return new([morning, afternoon], hours =>
        {
            var read = new HalfDays(hours.Get(morning), hours.Get(afternoon));
            if (read.Morning is { PassesMidnight: true } || read.Afternoon is { PassesMidnight: true } || read.Morning?.End > read.Afternoon?.Start)
            {
                hours.Reading.Note(hours.At(afternoon), $"The morning ends before the afternoon begins, and both on the same day.");
            }

            return read;
        });
    }
}
