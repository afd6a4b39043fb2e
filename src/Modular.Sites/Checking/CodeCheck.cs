using Modular.Contracts.Answers;
using Modular.Contracts.Reports;
using Modular.Contracts.Sites;
using Modular.Sites.Files;
using Modular.Sites.Reading;

namespace Modular.Sites.Checking;

/// <summary>The code lists: each code once, every problem mapped to the common core, VIF codes that are problems, age groups as everywhere.</summary>
internal sealed class CodeCheck : StaticCheck
{
    /// <summary>What every question may be answered besides its codes, and what a figure says of all of them.</summary>
    private static readonly IReadOnlyList<string> Reserved = [.. NotGivenNames.All, FigureDefinition.Known];

    protected override void OfSite(SiteDraft draft, SiteDefinition site)
    {
        foreach (var codes in site.Codes.Values)
        {
            foreach (var code in codes.Where(code => Reserved.Contains(code.Value)))
            {
                draft.Fault(code, "code", $"\"{code.Value}\" is a word of the host: choose another code.");
            }

            DuplicateCheck.Run(draft, codes, code => code.Value, code => $"There is another code in this list named \"{code.Value}\".", "code");
        }

        var problems = ListOf(site, "problem");
        Core(draft, problems);
        foreach (var group in ListOf(site, "age_group").Where(group => Nomenclature.AgeGroups.All(known => known.Value != group.Value)))
        {
            draft.Fault(group, "code", $"\"{group.Value}\" is no age group.{Nearest.Hint(group.Value, Nomenclature.AgeGroups.Select(known => known.Value))}");
        }

        foreach (var (index, unknown) in site.Vif.Index().Where(vif => problems.All(problem => problem.Value != vif.Item)))
        {
            draft.Fault(
                site, "vif", $"\"{unknown}\" is not a code of the list problem.{Nearest.Hint(unknown, problems.Select(problem => problem.Value))}", index);
        }
    }

    private static IReadOnlyList<Code> ListOf(SiteDefinition site, string list) => site.Codes.GetValueOrDefault(list) ?? [];

    private static void Core(SiteDraft draft, IReadOnlyList<Code> problems)
    {
        var keys = Nomenclature.Problems.Select(problem => problem.Value).ToList();
        foreach (var problem in problems)
        {
            if (problem.Core is null)
            {
                draft.Fault(
                    problem, "code",
                    $"\"{problem.Value}\" is no key of the common core: say with \"core\" which key it counts as.{Nearest.Hint(problem.Value, keys)}");
            }
            else if (!Nomenclature.IsProblem(problem.Core))
            {
                draft.Fault(problem, "core", $"\"{problem.Core}\" is no key of the common core.{Nearest.Hint(problem.Core, keys)}");
            }
        }
    }
}
