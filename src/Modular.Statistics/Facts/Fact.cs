namespace Modular.Statistics.Facts;

/// <summary>What crosses the wall: a date and coded answers. <see cref="Owner"/> is a keyed pseudonym that leads back to nothing.</summary>
/// <param name="Owner">Whatever is replaced together: all facts of one situation share it. Empty where the fact is kept nowhere.</param>
/// <param name="On">The day that decides the period in which it is counted: the referral of a situation, the day of a contact.</param>
public sealed record Fact(
    string Site,
    string Unit,
    string Owner,
    DateOnly On,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Codes,
    IReadOnlyDictionary<string, int> Measures)
{
    /// <summary>A condition hid the question: no answer, and no missing one either. A figure about it leaves the fact out.</summary>
    public const string NotApplicable = "not_applicable";
}
