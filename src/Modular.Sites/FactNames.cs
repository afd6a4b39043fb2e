namespace Modular.Sites;

/// <summary>What the host says of every situation by itself, beside the answers: the facts bear these names, and reports may name them.</summary>
public static class FactNames
{
    public const string State = "state";
    public const string Contacted = "contacted";
    public const string DaysToFirstContact = "days_to_first_contact";
    public const string DaysOpen = "days_open";
    public const string Contacts = "contacts";

    public static IReadOnlyList<string> Measures { get; } = [DaysToFirstContact, DaysOpen, Contacts];

    internal static bool IsOfHost(string name) => name is State or Contacted || Measures.Contains(name);
}
