using System.Globalization;
using Modular.Presence.Occurrences;

namespace Modular.Host.Presence;

/// <summary>An occurrence as a page showed it, with the revision it then had: <c>1@haute-marne/poste-2/chaumont/2026-11-23/morning</c>.</summary>
internal readonly record struct ShownOccurrence(OccurrenceId Id, int Revision)
{
    public static ShownOccurrence Of(Occurrence occurrence) => new(occurrence.Id, occurrence.Revision);

    public static bool TryParse(string? text, out ShownOccurrence choice)
    {
        choice = default;
        if (text?.Split('@') is not [var revisionText, var idText]
            || !int.TryParse(revisionText, NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            || !OccurrenceId.TryParse(idText, out var id))
        {
            return false;
        }

        choice = new ShownOccurrence(id, revision);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Revision}@{Id}");
}
