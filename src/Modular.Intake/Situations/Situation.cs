using System.Globalization;
using Modular.Contracts.Answers;
using Modular.Intake.Forms;

namespace Modular.Intake.Situations;

/// <summary>A situation opened for somebody who may read it.</summary>
public sealed record Situation(SituationRow Row, AnswerSet Answers, FormLegend Legend, IReadOnlyList<Entry> Entries)
{
    public Guid Id => Row.Id;

    public string Site => Row.Site;

    public string Number => Row.Number();

    public bool IsClosed => Row.ClosedOn is not null;

    public IEnumerable<Entry> Contacts => Entries.Where(entry => entry.Form == "contact" && !entry.Row.Withdrawn);

    public Entry? Entry(Guid id) => Entries.FirstOrDefault(entry => entry.Row.Id == id);
}

/// <summary>One thing that happened: a contact, an assessment of danger, the closing.</summary>
public sealed record Entry(EntryRow Row, AnswerSet Answers, FormLegend Legend)
{
    public Guid Id => Row.Id;

    public string Form => Row.Form;

    public DateOnly On => Row.On;
}

public static class SituationNumber
{
    /// <summary>What people use: <c>2026-101</c>.</summary>
    public static string Number(this SituationRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Year}-{row.Rank}");

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
