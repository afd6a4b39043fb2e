namespace Modular.Intake.Drafts;

public abstract record DraftResult
{
    /// <summary>It outlives a kill of the host from now on.</summary>
    public sealed record Kept(DateTimeOffset At) : DraftResult;

    public sealed record TooLong : DraftResult;

    /// <summary>The account has as many drafts as it may have, and this would be one more: none is let go without a word.</summary>
    public sealed record TooMany : DraftResult;

    /// <summary>The disk is full, or the file of drafts may not be written.</summary>
    public sealed record Unwritable : DraftResult;

    public sealed record OutOfScope : DraftResult;
}
