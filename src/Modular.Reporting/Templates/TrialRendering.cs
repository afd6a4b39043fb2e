using Scriban.Parsing;
using Scriban.Syntax;

namespace Modular.Reporting.Templates;

/// <param name="IsFree">Texts decide it: no number says otherwise.</param>
/// <param name="Later">What holds for one row need not hold for all: so it is for the rows after the first; null: as it is.</param>
internal readonly record struct Assumption(bool Holds, bool? Later, bool IsFree);

/// <summary>What differs when a template is tried: conditions that are taken to hold, or not, and steps that are counted for all trials together.</summary>
internal sealed class TrialRendering(IReadOnlyDictionary<ScriptNode, Assumption> assumed, RenderingSteps steps)
{
    public static readonly IReadOnlyDictionary<ScriptNode, Assumption> AsTheyAre = new Dictionary<ScriptNode, Assumption>();

    private readonly HashSet<ScriptNode> _met = new(ReferenceEqualityComparer.Instance);

    public RenderingSteps Steps => steps;

    public CancellationToken Cancellation => steps.Cancellation;

    /// <summary>A condition was taken to hold though the numbers say no, or the reverse: what it guarded may fail, and that is no fault.</summary>
    public bool IsContradicted { get; private set; }

    public bool? Holds(ScriptNode node, Func<bool> asItIs)
    {
        if (!assumed.TryGetValue(node, out var assumption) || (_met.Add(node) ? assumption.Holds : assumption.Later) is not { } holds)
        {
            return null;
        }

        IsContradicted |= !assumption.IsFree && asItIs() != holds;
        return holds;
    }
}

/// <summary>The steps of all the trials of one template, and their time: a check that takes long holds up every site.</summary>
internal sealed class RenderingSteps(CancellationToken cancellation)
{
    public static readonly BilingualText TooMany = new("this template takes too long to try.", "Ce modèle demande trop de temps pour être essayé.");

    private const int Most = 6_000_000;

    private long _taken;

    public CancellationToken Cancellation => cancellation;

    /// <summary>Whether it was time that ended them, not their number.</summary>
    public bool AreOutOfTime => cancellation.IsCancellationRequested;

    public void Take(long more, SourceSpan place)
    {
        if (AreOutOfTime || (_taken += more) > Most)
        {
            throw new TemplateFailure(place, TooMany) { IsEndless = true };
        }
    }
}
