namespace Modular.Intake.Situations;

internal static class SituationStates
{
    /// <summary>As the journal writes it, for good.</summary>
    public static string Spelled(this SituationState state) => state switch
    {
        SituationState.All => "all",
        SituationState.Open => "open",
        SituationState.NotContacted => "not_contacted",
        SituationState.Closed => "closed",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
