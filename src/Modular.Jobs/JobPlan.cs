using System.Globalization;
using Modular.Jobs.Schedules;

namespace Modular.Jobs;

public sealed record JobPlan
{
    /// <summary>The ledger keeps it: lower-case letters, digits, hyphens and colons, the same in every version. <c>backup</c>, <c>report:annuel</c>.</summary>
    public required string Job { get; init; }

    public string? Site { get; init; }

    public required string Label { get; init; }

    public required Schedule Schedule { get; init; }

    public required CatchUp CatchUp { get; init; }

    /// <summary>The period that a due day is about; by default the day itself. A period is done once, whatever runs.</summary>
    public Func<DateOnly, string> PeriodOf { get; init; } = day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What kind of period <see cref="PeriodOf"/> tells: <c>day</c>, <c>year</c>.</summary>
    public string PeriodKind { get; init; } = "day";

    /// <summary>When it is due, and about what: under another one nothing is owed of the past.</summary>
    public string Timing => $"{Schedule.Written} {PeriodKind}";

    /// <summary>The message it sends, as the deliveries name it; null when it sends none.</summary>
    public string? Message { get; init; }

    public string Key => Site is null ? Job : $"{Job}@{Site}";
}

/// <summary>What is done about due moments that passed while the host was down.</summary>
public enum CatchUp
{
    /// <summary>Each of them: a report that was missed is still owed.</summary>
    Every,

    /// <summary>The last alone: nobody wants last week's daily list.</summary>
    Latest,
}
