using System.Globalization;
using Modular.Contracts.Answers;
using Modular.Intake.Forms;

namespace Modular.Intake.Situations;

public sealed class Situation
{
    internal Situation(SituationRow row, AnswerSet answers, FormLegend legend, IReadOnlyList<Entry> entries, int olderEntries) =>
        (Summary, Answers, Legend, Entries, OlderEntries) = (new SituationSummary(row), answers, legend, entries, olderEntries);

    public SituationSummary Summary { get; }

    public AnswerSet Answers { get; }

    public FormLegend Legend { get; }

    /// <summary>Those that were asked for.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>How many come before them.</summary>
    public int OlderEntries { get; }

    public Guid Id => Row.Id;

    public string Site => Row.Site;

    public string Number => Summary.Number;

    public int Version => Row.Version;

    public bool IsClosed => Row.ClosedOn is not null;

    internal SituationRow Row => Summary.Row;

    public Entry? Entry(Guid id) => Entries.FirstOrDefault(entry => entry.Id == id);
}

public sealed class Entry
{
    internal Entry(EntryRow row, AnswerSet answers, FormLegend legend) => (Row, Answers, Legend) = (row, answers, legend);

    public AnswerSet Answers { get; }

    public FormLegend Legend { get; }

    public Guid Id => Row.Id;

    public string Form => Row.Form;

    public DateOnly On => Row.On;

    public int Version => Row.Version;

    public bool IsWithdrawn => Row.Withdrawn;

    internal EntryRow Row { get; }
}

internal static class SituationNumber
{
    /// <summary>Reads <c>2026-101</c>; null when it is something else.</summary>
    public static (int Year, int Rank)? Parse(string text)
    {
        var parts = text.Trim().Split('-');
        return parts.Length == 2 && parts[0].Length == 4
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var rank)
                ? (year, rank)
                : null;
    }
}
