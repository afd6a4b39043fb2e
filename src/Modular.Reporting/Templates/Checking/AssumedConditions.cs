using System.Collections.Immutable;
using Scriban.Syntax;

namespace Modular.Reporting.Templates.Checking;

/// <summary>What one trial takes conditions to be: none is taken to hold and not to hold, nothing to equal two texts.</summary>
internal sealed class AssumedConditions
{
    public static readonly AssumedConditions None = new(ImmutableSortedDictionary.Create<string, bool>(StringComparer.Ordinal), []);

    private readonly ImmutableSortedDictionary<string, bool> _answers;
    private readonly ImmutableDictionary<string, string> _equals;
    private readonly AssumedConditions? _texts;

    private AssumedConditions(ImmutableSortedDictionary<string, bool> answers, ImmutableDictionary<string, string> equals, AssumedConditions? texts = null) =>
        (_answers, _equals, _texts) = (answers, equals, texts);

    /// <summary>Of these the ones that texts decide: whatever the numbers are, they may be so.</summary>
    public AssumedConditions Texts => _texts ?? this;

    public bool IsEmpty => _answers.IsEmpty;

    /// <summary>The same for two that assume the same.</summary>
    public string Key => string.Join('\n', _answers);

    /// <returns>Null: it contradicts what is assumed already.</returns>
    public AssumedConditions? With(TemplateCondition condition, bool holds)
    {
        var answer = holds != condition.IsOpposite;
        if (Answer(condition) is { } known)
        {
            return known == answer ? this : null;
        }

        return new(
            _answers.SetItem(condition.Key, answer),
            answer && condition.Subject is { } subject ? _equals.SetItem(subject, condition.Key) : _equals,
            condition.IsText ? _texts?.With(condition, holds) : Texts);
    }

    public IReadOnlyDictionary<ScriptNode, Assumption> Of(IEnumerable<TemplateCondition> conditions)
    {
        var assumed = new Dictionary<ScriptNode, Assumption>(ReferenceEqualityComparer.Instance);
        foreach (var condition in conditions)
        {
            if (Answer(condition) is { } answer)
            {
                var holds = answer != condition.IsOpposite;
                // One row at most has a label; how many have a number is theirs to say.
                bool? later = !condition.IsOfRow ? holds : condition.IsText ? condition.IsOpposite : null;
                assumed.Add(condition.Node, new(holds, later, condition.IsText));
            }
        }

        return assumed;
    }

    private bool? Answer(TemplateCondition condition) =>
        _answers.TryGetValue(condition.Key, out var answer) ? answer
        : condition.Subject is { } subject && _equals.ContainsKey(subject) ? false
        : null;
}
