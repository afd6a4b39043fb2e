using System.Globalization;
using System.Text;
using Modular.Contracts.Presence;
using Modular.Presence.Cover;
using Modular.Presence.Occurrences;
using Modular.Sites;

namespace Modular.Presence.Listings;

/// <summary>A week as a table for a terminal. In English, as commands are.</summary>
public static class TerminalTable
{
    private const string Nobody = "-";

    /// <param name="from">First day shown: a week that is cut shows its days only.</param>
    public static string Write(LoadedSite site, PresenceWeek week, DateOnly from, DateOnly to)
    {
        List<Occurrence> shown = [.. week.Occurrences.Where(occurrence => from <= occurrence.Day && occurrence.Day <= to)];
        List<string[]> rows = [["", "", .. site.Definition.Stations.Select(station => station.Id)]];
        foreach (var day in week.Week.Days.Where(day => from <= day && day <= to))
        {
            foreach (var half in Enum.GetValues<HalfDay>())
            {
                var cells = shown.Where(occurrence => occurrence.Day == day && occurrence.CountsFor.Contains(half)).ToLookup(occurrence => occurrence.Station);
                rows.Add(
                [
                    half == HalfDay.Morning ? day.ToString("ddd dd", CultureInfo.InvariantCulture) : "",
                    half == HalfDay.Morning ? "morning" : "afternoon",
                    .. site.Definition.Stations.Select(station => Cell(cells[station.Id])),
                ]);
            }
        }

        var text = new StringBuilder($"{site.Definition.Name} {week.Week} ")
            .Append(CultureInfo.InvariantCulture, $"({week.Week.Monday:yyyy-MM-dd} to {week.Week.Sunday:yyyy-MM-dd}, {site.Definition.TimeZone})\n");
        Table(text, rows);
        foreach (var duty in shown.Where(occurrence => occurrence.OnCall))
        {
            text.Append(CultureInfo.InvariantCulture, $"on call  {duty.Start:ddd dd HH:mm} - {duty.End:ddd dd HH:mm}  {Who(duty)}\n");
        }

        var (promised, planned) = (week.Stations.Sum(station => station.Promised), week.Stations.Sum(station => station.Planned));
        var held = week.Stations.Sum(station => station.Held);
        return text.Append(CultureInfo.InvariantCulture, $"week: promised {promised}, planned {planned}, held {held}\n").ToString();
    }

    private static void Table(StringBuilder text, List<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            text.AppendJoin("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).Replace(" \n", "\n");
            while (text[^1] == ' ')
            {
                text.Length--;
            }

            text.Append('\n');
        }
    }

    private static string Cell(IEnumerable<Occurrence> occurrences) =>
        string.Join(", ", occurrences.Select(Who)) is { Length: > 0 } who ? who : Nobody;

    private static string Who(Occurrence occurrence)
    {
        var isExact = occurrence is { OnCall: false, Id.DayPart.HalfDay: null };
        var hours = isExact ? FormattableString.Invariant($" {occurrence.Hours.Start:HH:mm}-{occurrence.Hours.End:HH:mm}") : "";
        var state = occurrence.State switch
        {
            PresenceState.Planned => "",
            PresenceState.Replaced or PresenceState.Held when occurrence.ByPost is { } by => $" ({occurrence.State.Spelled()}, {by})",
            _ => $" ({occurrence.State.Spelled()})",
        };
        return occurrence.Post + hours + state;
    }
}
