using System.Globalization;
using Modular.Contracts.Presence;

namespace Modular.Presence.Occurrences;

/// <summary>
/// Which stretch of a day an occurrence is. A half-day keeps its name when the site changes its hours; exact hours are known by their start:
/// <c>morning</c>, <c>afternoon</c>, <c>0830</c>, and <c>oncall-1800</c> for a duty by telephone.
/// </summary>
public readonly record struct Slot
{
    private const string OnCallPrefix = "oncall-";

    private Slot(HalfDay? halfDay, TimeOnly start, bool onCall)
    {
        HalfDay = halfDay;
        Start = start;
        OnCall = onCall;
    }

    /// <summary>The half-day, or null for exact hours.</summary>
    public HalfDay? HalfDay { get; }

    /// <summary>The start of exact hours; without meaning for a half-day.</summary>
    public TimeOnly Start { get; }

    public bool OnCall { get; }

    public static Slot Of(HalfDay halfDay) => new(halfDay, default, false);

    public static Slot At(TimeOnly start, bool onCall = false) => new(null, start, onCall);

    public static bool TryParse(string? text, out Slot slot)
    {
        slot = text switch
        {
            "morning" => Of(Contracts.Presence.HalfDay.Morning),
            "afternoon" => Of(Contracts.Presence.HalfDay.Afternoon),
            _ => default,
        };
        if (slot.HalfDay is not null)
        {
            return true;
        }

        var onCall = text?.StartsWith(OnCallPrefix, StringComparison.Ordinal) ?? false;
        if (!TimeOnly.TryParseExact(onCall ? text![OnCallPrefix.Length..] : text, "HHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start))
        {
            return false;
        }

        slot = At(start, onCall);
        return true;
    }

    public override string ToString() => HalfDay switch
    {
        Contracts.Presence.HalfDay.Morning => "morning",
        Contracts.Presence.HalfDay.Afternoon => "afternoon",
        _ => string.Create(CultureInfo.InvariantCulture, $"{(OnCall ? OnCallPrefix : "")}{Start:HHmm}"),
    };
}
