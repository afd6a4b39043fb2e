namespace Modular.Intake.Drafts;

/// <summary>What became of a draft that was to be kept.</summary>
public abstract record KeepResult
{
    /// <summary>It outlives a kill of the host from now on.</summary>
    public sealed record Kept(DateTimeOffset At) : KeepResult;

    /// <summary>It is longer than a draft may be.</summary>
    public sealed record TooLong : KeepResult;

    /// <summary>The account has as many drafts as it may have, and this would be one more: none is let go without a word.</summary>
    public sealed record TooMany : KeepResult;

    /// <summary>The disk is full, or the file of drafts may not be written.</summary>
    public sealed record OutOfReach : KeepResult;

    /// <summary>Its site is none of the account's.</summary>
    public sealed record OutOfScope : KeepResult;
}
