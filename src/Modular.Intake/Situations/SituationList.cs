using System.Globalization;

namespace Modular.Intake.Situations;

public enum SituationState
{
    All,
    Open,
    NotContacted,
    Closed,
}

/// <param name="NameKeys">Every one has to be there; empty: no search by name.</param>
/// <param name="Rank">With <paramref name="Year"/>, a number that was searched.</param>
/// <param name="OpenedBefore">Referred before this day, for those open too long; null: whenever.</param>
public sealed record SituationFilter(
    SituationState State,
    string? Site = null,
    string? Station = null,
    IReadOnlyList<byte[]>? NameKeys = null,
    int? Year = null,
    int? Rank = null,
    DateOnly? OpenedBefore = null,
    int Skip = 0,
    int Take = 50);

public sealed record SituationList(IReadOnlyList<SituationSummary> Situations, int Total)
{
    public static SituationList Empty { get; } = new([], 0);

    internal static SituationList Of(SituationRows rows) => new([.. rows.Rows.Select(row => new SituationSummary(row))], rows.Total);
}

/// <summary>A situation as a list tells of it: nothing that was answered.</summary>
public sealed record SituationSummary
{
    internal SituationSummary(SituationRow row) => Row = row;

    public Guid Id => Row.Id;

    public string Site => Row.Site;

    public string Number => string.Create(CultureInfo.InvariantCulture, $"{Row.Year}-{Row.Rank}");

    public int Year => Row.Year;

    public int Rank => Row.Rank;

    public string Station => Row.Station;

    public DateOnly ReferredOn => Row.ReferredOn;

    public DateOnly? FirstContactOn => Row.FirstContactOn;

    public DateOnly? LastContactOn => Row.LastContactOn;

    public int Contacts => Row.Contacts;

    public DateOnly? ClosedOn => Row.ClosedOn;

    internal SituationRow Row { get; }
}
