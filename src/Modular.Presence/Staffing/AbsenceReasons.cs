using Modular.Contracts.Wording;

namespace Modular.Presence.Staffing;

/// <summary>Why somebody is not there. Codes, never free text: an illness has no detail here.</summary>
public static class AbsenceReasons
{
    public static IReadOnlyList<string> Codes { get; } = ["leave", "illness", "training", "meeting", "station_closed", "vacant", "other"];

    public static bool IsKnown(string? code) => code is not null && Codes.Contains(code);

    /// <summary>« congé », or null where no reason was given.</summary>
    public static string? Label(string? code) => code is null ? null : Words.Find("absence", code);
}
