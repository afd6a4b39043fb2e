using Modular.Contracts.Answers;

namespace Pantin;

/// <summary>A young person of 13 to 17 arrested for trafficking or a road offence, or being radicalised, and not known to have been arrested before.</summary>
internal static class FirstOffender
{
    public const string Track = "primo_delinquant_13_17";

    private static readonly string[] Problems = ["delinquance_de_mineur", "trafic", "delit_routier", "radicalisation"];

    public static bool Is(AnswerSet answers) =>
        answers.Code("age_group") is "13_17"
        && answers.CodesOf("problem").Concat(answers.CodesOf("secondary_problems")).Intersect(Problems).Any()
        && answers.Code("first_offence") is not "no";
}
