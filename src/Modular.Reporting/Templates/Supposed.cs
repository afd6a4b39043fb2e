using Scriban.Syntax;

namespace Modular.Reporting;

/// <summary>Conditions that a trial takes to hold, or not to hold, whatever the texts are: a branch for another year or another label is tried too.</summary>
/// <param name="conditions">Each with what is supposed of it.</param>
internal sealed class Supposed(IReadOnlyDictionary<ScriptNode, bool> conditions)
{
    public bool? Of(ScriptNode node) => conditions.TryGetValue(node, out var holds) ? holds : null;
}
