using System.Globalization;

namespace Modular.Intake.Situations;

public enum SituationState
{
    All,
    Open,
    NotContacted,
    Closed,
}

public enum SituationOrder
{
    /// <summary>The newest referral first; those who wait for a contact, the oldest first.</summary>
    Referral,

    /// <summary>The most urgent first contact first, as the site's rules say.</summary>
    Urgency,
}

/// <param name="NameKeys">Every one has to be there; empty: no search by name.</param>
/// <param name="Rank">With <paramref name="Year"/>, a number that was searched.</param>
/// <param name="WithReminders">Only those that ask to be thought of, the oldest first.</param>
/// <param name="After">The page that follows this situation; null: the first one.</param>
/// <param name="Before">The page that precedes this one.</param>
public sealed record SituationFilter(
    SituationState State,
    string? Site = null,
    string? Station = null,
    IReadOnlyList<byte[]>? NameKeys = null,
    int? Year = null,
    int? Rank = null,
    bool WithReminders = false,
    SituationOrder Order = SituationOrder.Referral,
    Guid? After = null,
    Guid? Before = null,
    int Take = 50);

/// <param name="Total">How many the filter holds on all pages; one more than <see cref="MostCounted"/> when there are more.</param>
/// <param name="HasBefore">Whether there is a page before this one.</param>
/// <param name="HasAfter">Whether there is one after it.</param>
public sealed record SituationList(IReadOnlyList<SituationSummary> Situations, int Total, bool HasBefore = false, bool HasAfter = false)
{
    /// <summary>Beyond it nobody counts: a list costs the same whatever is stored.</summary>
    public const int MostCounted = 1000;

    public static SituationList Empty { get; } = new([], 0);

    internal static SituationList Of(SituationRows rows) =>
        new([.. rows.Rows.Select(row => new SituationSummary(row))], rows.Total, rows.HasBefore, rows.HasAfter);

    /// <summary>« 1 situation », « 12 situations », « plus de 1 000 situations ».</summary>
    public static string Counted(int total, string one, string many) => total > MostCounted
        ? $"plus de {Contracts.Wording.Counted.InFrench(MostCounted, one, many)}"
        : Contracts.Wording.Counted.InFrench(total, one, many);
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
