namespace Modular.Statistics;

/// <summary>
/// What crosses the wall: one counted thing, with its date and coded answers. Never a name, a free text, a birth date or an address, and
/// <see cref="Owner"/> is a keyed pseudonym that leads back to nothing.
/// </summary>
/// <param name="Site">Identifier of the site.</param>
/// <param name="Unit">What is counted: situations, contacts, orientations, half_days, promised_half_days.</param>
/// <param name="Owner">Whatever is replaced together: all facts of one situation share it.</param>
/// <param name="On">The day that decides the period in which it is counted: the referral of a situation, the day of a contact.</param>
/// <param name="Codes">By dimension; several answers give several codes.</param>
/// <param name="Measures">By measure: days_to_first_contact, days_open, contacts, duration.</param>
public sealed record Fact(
    string Site,
    string Unit,
    string Owner,
    DateOnly On,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Codes,
    IReadOnlyDictionary<string, int> Measures)
{
    /// <summary>
    /// The code of a question that was not put, because a condition hid it: no answer, and no missing one either. A figure about that question leaves the fact out.
    /// </summary>
    public const string NotApplicable = "not_applicable";
}

/// <summary>Where facts are pushed. Nothing comes back.</summary>
public interface IFactSink
{
    /// <summary>Puts <paramref name="facts"/> in the place of all that <paramref name="owner"/> had; an empty list takes them away.</summary>
    Task ReplaceAsync(string site, string owner, IReadOnlyList<Fact> facts, CancellationToken cancellation = default);

    /// <summary>The same for many owners, in one transaction.</summary>
    Task ReplaceAsync(string site, IReadOnlyDictionary<string, IReadOnlyList<Fact>> factsByOwner, CancellationToken cancellation = default);

    /// <summary>Puts <paramref name="facts"/> in the place of all facts of a unit between two days, both included.</summary>
    Task ReplaceAsync(string site, string unit, DateOnly from, DateOnly to, IReadOnlyList<Fact> facts, CancellationToken cancellation = default);
}

/// <summary>A module that pushes facts: asked to bring them up to date before a report is computed. Returns nothing: the wall has one direction.</summary>
public interface IFactSource
{
    /// <param name="site">Identifier of the site.</param>
    /// <param name="from">First day the report reads, its comparison included.</param>
    /// <param name="to">Last day, included.</param>
    Task PushAsync(string site, DateOnly from, DateOnly to, CancellationToken cancellation = default);
}
