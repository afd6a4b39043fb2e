using Modular.Contracts.Rules;
using Modular.Forms;

namespace Modular.Intake.Situations;

public abstract record SaveResult
{
    /// <param name="Warnings">What the site's rules say all the same.</param>
    public sealed record Saved(Guid Situation, IReadOnlyList<Finding> Warnings) : SaveResult;

    /// <summary>Nothing was saved; the reading says why, at each field.</summary>
    public sealed record Refused(FormReading Reading) : SaveResult;

    /// <summary>Somebody else saved in between: both versions have to be shown.</summary>
    public sealed record Overtaken(Situation Current) : SaveResult;

    /// <summary>There is no such situation in the sites of whoever asks.</summary>
    public sealed record OutOfScope : SaveResult;
}
