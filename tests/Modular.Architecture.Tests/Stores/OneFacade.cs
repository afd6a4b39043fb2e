using System.Text.RegularExpressions;
using Modular.Architecture.Tests.Repositories;

namespace Modular.Architecture.Tests.Stores;

/// <summary>Every reading and every change of a situation goes through one façade, which writes its line of the access journal.</summary>
internal static partial class OneFacade
{
    private const string Facade = "src/Modular.Intake/Situations/SituationService.cs";

    /// <summary>The façade, what it is made of, the way out of the facts, which tell of nobody, and whoever tries the keys.</summary>
    private static readonly string[] OpenTheStore =
    [
        Facade,
        "src/Modular.Intake/Situations/IIntakeStore.cs",
        "src/Modular.Intake/Situations/SituationCipher.cs",
        "src/Modular.Intake/Facts/PendingFacts.cs",
        "src/Modular.Intake/Secrecy/StoredKeysCheck.cs",
        "src/Modular.Intake/IntakeServices.cs",
    ];

    private static readonly string[] WriteTheJournal = [Facade, "src/Modular.Intake/IntakeServices.cs"];

    [GeneratedRegex(@"\bIIntakeStore\b")]
    private static partial Regex Store();

    [GeneratedRegex(@"\bIAccessJournal\b")]
    private static partial Regex Journal();

    public static IEnumerable<Breach> OpensTheSituations(Repository repository) =>
        Named(repository, repository.Product.Except(repository.Storage), Store(), OpenTheStore, "it opens the store of situations: ask SituationService");

    public static IEnumerable<Breach> JournalsThem(Repository repository) => Named(
        repository,
        repository.Product.Where(project => project.Name == "Modular.Intake"),
        Journal(),
        WriteTheJournal,
        "what happens to a situation is journaled by SituationService, where it happens");

    private static IEnumerable<Breach> Named(Repository repository, IEnumerable<Project> projects, Regex name, string[] allowed, string reason)
    {
        var naming = repository.Sources(projects, ".cs", ".cshtml").Where(source => name.IsMatch(source.Text)).Select(source => source.Path).ToList();
        return naming.Except(allowed).Order(StringComparer.Ordinal).Select(path => new Breach(path, reason))
            .Concat(allowed.Except(naming).Select(path => new Breach(path, "the rule speaks of it, and it is not there or does so no more")));
    }
}
