namespace Modular.Statistics;

/// <summary>
/// What crosses the wall: one counted thing, with its date and coded answers. Never a name, a free text, a birth date or an address, and
/// <see cref="Owner"/> is a keyed pseudonym that leads back to nothing.
/// </summary>
/// <param name="Site">Identifier of the site.</param>
/// <param name="Unit">What is counted: situations, contacts, orientations, half_days, promised_half_days.</param>
/// <param name="Owner">Whatever is replaced together: all facts of one situation share it. Empty where the fact is kept nowhere.</param>
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
