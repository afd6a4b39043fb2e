using Modular.Contracts.Rules;

namespace Modular.Intake.Situations;

/// <summary>A situation as it is stored: what lists need in clear and coded, everything answered encrypted.</summary>
internal sealed class SituationRow
{
    /// <summary>Chosen when the page is opened: a double click saves once.</summary>
    public required Guid Id { get; init; }

    public required string Site { get; init; }

    public int Year { get; set; }

    /// <summary>Rank in the site's year, from 1, given by the store.</summary>
    public int Rank { get; set; }

    public required string Station { get; set; }

    public required DateOnly ReferredOn { get; set; }

    public DateOnly? FirstContactOn { get; set; }

    public DateOnly? LastContactOn { get; set; }

    public int Contacts { get; set; }

    public DateOnly? ClosedOn { get; set; }

    /// <summary>How urgent the first contact is, while it is waited for.</summary>
    public PriorityLevel Priority { get; set; }

    /// <summary>The last day for it; null once there was one, and while the rules were not asked.</summary>
    public DateOnly? ContactBefore { get; set; }

    /// <summary>How much there is to think of.</summary>
    public int Reminders { get; set; }

    /// <summary>Hash of the version of the site whose rules said so; null while they were not asked.</summary>
    public string? EvaluatedBy { get; set; }

    /// <summary>The day on which they said so, in the site's zone.</summary>
    public DateOnly? EvaluatedOn { get; set; }

    /// <summary>Their words, sealed; null when they have none.</summary>
    public byte[]? RuleResults { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public required Guid CreatedBy { get; init; }

    public int Version { get; set; } = 1;

    public required string Definition { get; set; }

    public required byte[] Answers { get; set; }
}

internal sealed class EntryRow
{
    public required Guid Id { get; init; }

    public required Guid Situation { get; init; }

    public required string Site { get; init; }

    public required string Form { get; init; }

    public required DateOnly On { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public required Guid CreatedBy { get; init; }

    public int Version { get; set; } = 1;

    /// <summary>True once it was taken back: a closing, when the situation was opened again. It stays readable.</summary>
    public bool Withdrawn { get; set; }

    public required string Definition { get; set; }

    public required byte[] Answers { get; set; }
}

internal sealed class NameKeyRow
{
    public required Guid Situation { get; init; }

    public required string Site { get; init; }

    public required byte[] Key { get; init; }

    /// <summary>The situation's, so that those of one name are found in the order of a list.</summary>
    public required DateOnly ReferredOn { get; init; }

    public required int Rank { get; init; }
}

/// <summary>Facts on their way across the wall, written with what they tell of.</summary>
internal sealed class OutboxRow
{
    public long Id { get; init; }

    public required string Site { get; init; }

    public required string Owner { get; init; }

    public required string Facts { get; init; }
}

/// <summary>How to read answers, whatever became of the form.</summary>
internal sealed record LegendRow(string Hash, string Json);
