using Modular.Contracts.Answers;

namespace Pantin;

/// <summary>
/// A young person of 13 to 17 suspected of trafficking or a road offence, or being radicalised, of whom it was said that it is the first time. Not knowing
/// is no "yes".
/// </summary>
internal static class FirstOffender
{
    public const string Track = "primo_delinquant_13_17";

    private static readonly string[] Problems = ["delinquance_de_mineur", "trafic", "delit_routier", "radicalisation"];

    public static bool Is(AnswerSet answers) =>
        answers.Code("status") is "mis_en_cause"
        && answers.Code("age_group") is "13_17"
        && answers.CodesOf("problem").Concat(answers.CodesOf("secondary_problems")).Intersect(Problems).Any()
        && answers.Code("first_offence") is "yes";
}
