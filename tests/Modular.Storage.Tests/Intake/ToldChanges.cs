using Modular.Access;
using Modular.Intake.Situations;

namespace Modular.Storage.Tests.Intake;

/// <summary>Changes of which the journal is told something: what, matters to the tests of the journal alone.</summary>
internal static class ToldChanges
{
    public static JournalEntry Told { get; } = new(Guid.Empty, "intervenante", JournalAct.Create, "pantin", "subject");

    public static Task<int> AddAsync(this IIntakeStore store, SituationScope scope, IReadOnlyList<Addition> additions) =>
        store.AddAsync(scope, additions, added => Told with { Detail = $"{added}" });

    public static Task<bool> ChangeAsync(this IIntakeStore store, SituationScope scope, Change change) => store.ChangeAsync(scope, change, Told);
}
