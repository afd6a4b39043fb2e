namespace Modular.Presence.Occurrences;

/// <summary>What became of an occurrence. A past one that nobody marked stays <see cref="Planned"/>: nothing proves that it was held.</summary>
public enum PresenceState
{
    Planned,
    Held,

    /// <summary>Given up, knowingly: nobody is looked for.</summary>
    Skipped,

    /// <summary>Given at another day or hour; that one is an occurrence of its own.</summary>
    Moved,
    Replaced,

    /// <summary>Expected, and nobody will come unless somebody is found.</summary>
    Uncovered,

    Holiday,
}

internal static class PresenceStates
{
    public static string Spelled(this PresenceState state) => state switch
    {
        PresenceState.Planned => "planned",
        PresenceState.Held => "held",
        PresenceState.Skipped => "skipped",
        PresenceState.Moved => "moved",
        PresenceState.Replaced => "replaced",
        PresenceState.Uncovered => "uncovered",
        PresenceState.Holiday => "holiday",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
