namespace Modular.Intake.Situations;

/// <summary>Which entries of a situation are opened with it: a fiche with thousands of them opens like one with five.</summary>
public abstract record EntriesShown
{
    /// <summary>How many are shown at once.</summary>
    public const int Most = 50;

    /// <summary>The situation alone.</summary>
    public static EntriesShown None { get; } = new Only(Guid.Empty);

    private EntriesShown()
    {
    }

    /// <summary>The newest, or those that come just before one.</summary>
    public sealed record Newest(Guid? Before = null) : EntriesShown;

    public sealed record Only(Guid Id) : EntriesShown;

    /// <summary>For whoever changes the situation: its dates and counts follow from them.</summary>
    public sealed record All : EntriesShown;
}
