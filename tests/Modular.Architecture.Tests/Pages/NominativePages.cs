using System.Text.RegularExpressions;
using Modular.Architecture.Tests.Repositories;

namespace Modular.Architecture.Tests.Pages;

/// <summary>The Host reaches everything, so the wall goes through its pages: those that know Intake are a worker’s.</summary>
internal static partial class NominativePages
{
    [GeneratedRegex(@"\bModular\.(Host\.)?Intake\b")]
    private static partial Regex KnowsIntake();

    // Either the address is refused to every other role, or what is nominative is shown to whoever holds a scope.
    [GeneratedRegex(@"\[Authorize\(Policy = Policies\.Worker\)\]|\bSituationScope\.Of\(")]
    private static partial Regex AsksForAWorker();

    public static IEnumerable<Breach> AreForWorkers(Repository repository)
    {
        var pages = repository.Sources(repository.Product.Where(project => project.Name == "Modular.Host"), ".cs", ".cshtml")
            .Where(source => source.Path.StartsWith("src/Modular.Host/Pages/", StringComparison.Ordinal)).ToList();
        var models = pages.Where(page => page.Path.EndsWith(".cshtml.cs", StringComparison.Ordinal))
            .ToDictionary(page => page.Path[..^".cs".Length], page => page.Text);
        var nominative = pages.Where(page => KnowsIntake().IsMatch(page.Text) && !IsPartial(page)).ToList();
        if (nominative.Count == 0)
        {
            return [new Breach("src/Modular.Host/Pages", "no page here knows Intake: the rule speaks of pages that are elsewhere by now")];
        }

        return from page in nominative
               let model = page.Path.EndsWith(".cs", StringComparison.Ordinal) ? page.Text : models.GetValueOrDefault(page.Path, "")
               where !AsksForAWorker().IsMatch(model)
               select new Breach(
                   page.Path, "it knows Intake, so it is a worker’s page: [Authorize(Policy = Policies.Worker)], or nothing without a SituationScope");
    }

    // A partial shows what the page around it hands over. What every page imports is no partial.
    private static bool IsPartial(SourceFile page) =>
        page.Path.Contains("/_", StringComparison.Ordinal) && !page.Path.EndsWith("/_ViewImports.cshtml", StringComparison.Ordinal);
}
