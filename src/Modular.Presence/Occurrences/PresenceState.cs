namespace Modular.Presence.Occurrences;

/// <summary>What became of an occurrence. A past one that nobody marked stays <see cref="Planned"/>: nothing proves that it was held.</summary>
public enum PresenceState
{
    /// <summary>Expected.</summary>
    Planned,

    /// <summary>Somebody was there, and said so.</summary>
    Held,

    /// <summary>Given up, knowingly: nobody is looked for.</summary>
    Skipped,

    /// <summary>Given at another day or hour; that one is an occurrence of its own.</summary>
    Moved,

    /// <summary>Expected, by somebody else.</summary>
    Replaced,

    /// <summary>Expected, and nobody will come unless somebody is found.</summary>
    Uncovered,

    /// <summary>The station is closed by a public holiday.</summary>
    Holiday,
}

internal static class PresenceStates
{
    /// <summary>As data spells it.</summary>
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
