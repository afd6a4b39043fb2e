namespace Modular.Statistics.Facts;

/// <summary>The reading side of the facts: whole tables, never one owner's.</summary>
public interface IFactReader
{
    /// <summary>All facts of some units between two days, both included, as they were at one instant.</summary>
    Task<FactTable> ReadAsync(string site, IReadOnlyCollection<string> units, DateOnly from, DateOnly to, CancellationToken cancellation = default);
}

public static class FactUnits
{
    public const string Situations = "situations";
    public const string Contacts = "contacts";
    public const string Orientations = "orientations";
    public const string HalfDays = "half_days";
    public const string PromisedHalfDays = "promised_half_days";

    /// <summary>Whether a small count of the unit could tell who somebody is. A unit this version does not know is treated as if it could.</summary>
    public static bool AreAboutPeople(string unit) => unit is not (HalfDays or PromisedHalfDays);
}
