namespace Modular.Sites;

/// <summary>What the host says of every situation by itself, beside the answers: the facts have these names, and reports may name them.</summary>
public static class FactNames
{
    public const string State = "state";
    public const string Contacted = "contacted";
    public const string DaysToFirstContact = "days_to_first_contact";
    public const string DaysOpen = "days_open";
    public const string Contacts = "contacts";

    public const string Station = "station";
    public const string Force = "force";
    public const string Vif = "vif";

    /// <summary>Ends the name of a dimension that says how a field's codes count in the common core.</summary>
    public const string Core = "_core";

    /// <summary>Answered by the day of a fact.</summary>
    private const string Month = "month";
    private const string Weekday = "weekday";

    public static IReadOnlyList<string> Measures { get; } = [DaysToFirstContact, DaysOpen, Contacts];

    /// <summary>The answer without which a measure is not there: a situation has been open for some days once it is closed.</summary>
    internal static (string Dimension, string Code)? Needs(string measure) => measure switch
    {
        DaysOpen => (State, "closed"),
        DaysToFirstContact => (Contacted, "yes"),
        _ => null,
    };

    /// <summary>Of every fact, whatever its form.</summary>
    internal static bool IsOfHost(string name) => name is Force or Vif or Station or Month or Weekday;

    internal static bool IsOfSituation(string name) => name is State or Contacted || Measures.Contains(name);
}
