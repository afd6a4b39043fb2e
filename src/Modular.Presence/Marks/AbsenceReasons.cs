namespace Modular.Presence.Marks;

/// <summary>Why somebody is not there. Codes, never free text: an illness has no detail here.</summary>
public static class AbsenceReasons
{
    /// <summary>Code and French label, in the order of the form.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> All { get; } =
    [
        new("leave", "Congé"),
        new("illness", "Arrêt de travail"),
        new("training", "Formation"),
        new("meeting", "Réunion"),
        new("station_closed", "Locaux indisponibles"),
        new("vacant", "Poste vacant"),
        new("other", "Autre motif"),
    ];

    public static bool IsKnown(string? code) => All.Any(reason => reason.Key == code);

    public static string? Label(string? code) => All.FirstOrDefault(reason => reason.Key == code).Value;
}
