using Modular.Contracts.Presence;
using Modular.Sites.Shapes;
using static Modular.Sites.Shapes.Key;

namespace Modular.Sites.Files;

/// <summary><c>presence.json</c>.</summary>
internal static class PresenceShape
{
    private static readonly Key<HalfDays> HalfDaysKey = Optional(
        "halfDays", HalfDaysShape(), new HalfDays(null, null), "The hours of a morning and of an afternoon.");
    private static readonly Key<IReadOnlyList<PresencePattern>> Patterns = Required("patterns", Value.ListOf(PatternShape.Shape), "Who is where, and when.");
    private static readonly Key<IReadOnlyDictionary<string, int>> Promised = Optional(
        "promised", new MapShape<int>(Value.Identifier, new WholeShape(0, 100)), new Dictionary<string, int>(),
        "Half-days a week that the convention promises, by station.");
    private static readonly Key<bool> Published = Optional("published", Value.Flag, false, "True when page and feeds may be read without signing in.");
    private static readonly Key<bool> NamesWorker = Optional("namesWorker", Value.Flag, false, "True when what is published names the worker.");
    private static readonly Key<IReadOnlyList<string>> OpenOnHolidays = Optional(
        "openOnHolidays", Value.ListOf(Value.Identifier), [], "Stations that stay open on public holidays.");

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
        var (morning, afternoon) = (MaybeValue("morning", Value.Hours), MaybeValue("afternoon", Value.Hours));
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
