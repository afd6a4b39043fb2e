using Modular.Contracts.Answers;
using Modular.Contracts.Reports;
using Modular.Contracts.Sites;
using Modular.Sites.Files;
using Modular.Sites.Reading;

namespace Modular.Sites.Checking;

/// <summary>The code lists: each code once, every problem mapped to the common core, VIF codes that are problems, age groups as everywhere.</summary>
internal sealed class CodeListCheck : StaticCheck
{
    /// <summary>What every question may be answered besides its codes, and what a figure says of all of them.</summary>
    private static readonly IReadOnlyList<string> Reserved = [.. NotGivenNames.All, FigureDefinition.Known];

    protected override void OfSite(ParsedSite parsed, SiteDefinition site)
    {
        foreach (var codes in site.Codes.Values)
        {
            foreach (var code in codes.Where(code => Reserved.Contains(code.Value)))
            {
                parsed.Fault(code, "code", $"\"{code.Value}\" is a word of the host: choose another code.");
            }

            DuplicateCheck.Run(parsed, codes, code => code.Value, code => $"There is another code in this list named \"{code.Value}\".", "code");
        }

        var problems = ListOf(site, "problem");
        Core(parsed, problems);
        foreach (var group in ListOf(site, "age_group").Where(group => Nomenclature.AgeGroups.All(known => known.Value != group.Value)))
        {
            var known = Nomenclature.AgeGroups.Select(code => code.Value);
            parsed.Fault(group, "code", $"\"{group.Value}\" is no age group.{NameSuggestion.Hint(group.Value, known)}");
        }

        foreach (var (index, unknown) in site.Vif.Index().Where(vif => problems.All(problem => problem.Value != vif.Item)))
        {
            parsed.Fault(
                site, "vif", $"\"{unknown}\" is not a code of the list problem.{NameSuggestion.Hint(unknown, problems.Select(code => code.Value))}", index);
        }
    }

    private static IReadOnlyList<Code> ListOf(SiteDefinition site, string list) => site.Codes.GetValueOrDefault(list) ?? [];

    private static void Core(ParsedSite parsed, IReadOnlyList<Code> problems)
    {
        var keys = Nomenclature.Problems.Select(problem => problem.Value).ToList();
        foreach (var problem in problems)
        {
            if (problem.Core is null)
            {
                parsed.Fault(
                    problem, "code",
                    $"\"{problem.Value}\" is no key of the common core: say with \"core\" which key it counts as.{NameSuggestion.Hint(problem.Value, keys)}");
            }
            else if (!Nomenclature.IsProblem(problem.Core))
            {
                parsed.Fault(problem, "core", $"\"{problem.Core}\" is no key of the common core.{NameSuggestion.Hint(problem.Core, keys)}");
            }
        }
    }
}
