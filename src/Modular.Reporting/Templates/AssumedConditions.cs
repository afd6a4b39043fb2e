using Scriban.Syntax;

namespace Modular.Reporting.Templates;

/// <summary>Conditions that a trial takes to hold, or not to hold, whatever the texts are: a branch for another year or another label is tried too.</summary>
internal sealed class AssumedConditions(IReadOnlyDictionary<ScriptNode, bool> conditions)
{
    public bool? Of(ScriptNode node) => conditions.TryGetValue(node, out var holds) ? holds : null;
}
