namespace Modular.Access;

/// <summary>Who stands in the journal where nobody signed in. Written so since its first row, and searched for: never another word.</summary>
public static class Machine
{
    /// <summary>A command typed on the machine.</summary>
    public const string Command = "commande";

    /// <summary>The host itself, for what runs on time.</summary>
    public const string Host = "modular";
}
