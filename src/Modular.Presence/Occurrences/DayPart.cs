using System.Globalization;
using Modular.Contracts.Presence;

namespace Modular.Presence.Occurrences;

/// <summary>A half-day, whatever its hours: <c>morning</c>, <c>afternoon</c>; or exact hours: <c>0830</c>, <c>oncall-1800</c>.</summary>
public readonly record struct DayPart
{
    private const string OnCallPrefix = "oncall-";

    private DayPart(HalfDay? halfDay, TimeOnly start, bool onCall) => (HalfDay, Start, OnCall) = (halfDay, start, onCall);

    public HalfDay? HalfDay { get; }

    /// <summary>The start of exact hours; without meaning for a half-day.</summary>
    public TimeOnly Start { get; }

    public bool OnCall { get; }

    public static DayPart Of(HalfDay halfDay) => new(halfDay, default, false);

    public static DayPart At(TimeOnly start, bool onCall = false) => new(null, start, onCall);

    public static bool TryParse(string? text, out DayPart part)
    {
        part = text switch
        {
            "morning" => Of(Contracts.Presence.HalfDay.Morning),
            "afternoon" => Of(Contracts.Presence.HalfDay.Afternoon),
            _ => default,
        };
        if (part.HalfDay is not null)
        {
            return true;
        }

        var onCall = text?.StartsWith(OnCallPrefix, StringComparison.Ordinal) ?? false;
        if (!TimeOnly.TryParseExact(onCall ? text![OnCallPrefix.Length..] : text, "HHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start))
        {
            return false;
        }

        part = At(start, onCall);
        return true;
    }

    public override string ToString() => HalfDay switch
    {
        Contracts.Presence.HalfDay.Morning => "morning",
        Contracts.Presence.HalfDay.Afternoon => "afternoon",
        _ => string.Create(CultureInfo.InvariantCulture, $"{(OnCall ? OnCallPrefix : "")}{Start:HHmm}"),
    };
}
