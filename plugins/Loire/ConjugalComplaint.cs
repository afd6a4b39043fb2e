using Modular.Contracts.Answers;

namespace Loire;

/// <summary>
/// A complaint for conjugal violence, which is assisted at any hour: what is contacted the same day is what the report counts. The person was referred
/// after a complaint or the unit took one; the violence is conjugal by its code, or by who did it.
/// </summary>
internal static class ConjugalComplaint
{
    public const string Field = "conjugal_complaint";

    private static readonly string[] Conjugal = ["violences_conjugales", "violences_ex_conjoint"];
    private static readonly string[] ConjugalByAuthor = ["violences_sexuelles", "harcelement", "autres_violences_intrafamiliales"];
    private static readonly string[] Partners = ["conjoint", "ex_conjoint", "concubin", "ex_concubin", "pacse", "ex_pacse"];

    /// <summary>Null as long as what is not known could make it one.</summary>
    public static bool? Is(AnswerSet answers) => IsComplaint(answers) & IsConjugal(answers);

    private static bool? IsComplaint(AnswerSet answers) =>
        answers.Code("referral_mode") is "suite_a_plainte" || answers.Code("unit_follow_up") is "plainte" ? true
        : IsKnown(answers, "referral_mode") && IsKnown(answers, "unit_follow_up") ? false
        : null;

    private static bool? IsConjugal(AnswerSet answers)
    {
        var problems = answers.CodesOf("problem").Concat(answers.CodesOf("secondary_problems")).ToList();
        var byAuthor = problems.Intersect(ConjugalByAuthor).Any();
        return problems.Intersect(Conjugal).Any() || (byAuthor && Partners.Contains(answers.Code("link_to_author"))) ? true
            : IsKnown(answers, "problem") && (!byAuthor || IsKnown(answers, "link_to_author")) ? false
            : null;
    }

    private static bool IsKnown(AnswerSet answers, string field) => answers.Code(field) is not (null or "unknown" or "refused" or "not_asked");
}
