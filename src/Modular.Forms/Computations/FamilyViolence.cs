using Modular.Contracts.Answers;
using Modular.Contracts.Sites;

namespace Modular.Forms.Computations;

/// <summary>Whether answers say of a situation that it is one of violences intrafamiliales.</summary>
public static class FamilyViolence
{
    /// <summary>
    /// Yes when one of the answers is a VIF code; no only when the first of them, the main problem, is known: a second problem that is none says nothing of it.
    /// </summary>
    public static string? In(SiteDefinition site, IReadOnlyList<string> problems, AnswerSet answers) =>
        problems.SelectMany(answers.CodesOf).Any(site.Vif.Contains) ? "yes"
        : problems.Take(1).SelectMany(answers.CodesOf).Any(code => !NotGivenNames.All.Contains(code)) ? "no"
        : null;
}
