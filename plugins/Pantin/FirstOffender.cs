using Modular.Contracts.Rules;

namespace Pantin;

/// <summary>A young person of 13 to 17 arrested for trafficking or a road offence, or being radicalised, and not known to have been arrested before.</summary>
internal static class FirstOffender
{
    public const string Track = "primo_delinquant_13_17";

    private static readonly string[] Problems = ["delinquance_de_mineur", "trafic", "delit_routier", "radicalisation"];

    public static bool Is(SituationDraft draft) =>
        IsThirteenToSeventeen(draft)
        && draft.Answers.CodesOf("problem").Concat(draft.Answers.CodesOf("secondary_problems")).Intersect(Problems).Any()
        && draft.Answers.Code("first_offence") is not "no";

    private static bool IsThirteenToSeventeen(SituationDraft draft) =>
        draft.Answers.Date("person.birth_date") is { } birth
            ? Age(birth, draft.Answers.Date("referred_on") ?? draft.Today) is >= 13 and <= 17
            : draft.Answers.Code("declared_age_group") is "13_17";

    private static int Age(DateOnly birth, DateOnly on) =>
        on.Year - birth.Year - ((on.Month, on.Day).CompareTo((birth.Month, birth.Day)) < 0 ? 1 : 0);
}
