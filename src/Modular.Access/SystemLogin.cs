namespace Modular.Access;

/// <summary>Named in the journal where nobody signed in. Written so since its first row, and searched for: never another word.</summary>
public static class SystemLogin
{
    public const string Command = "commande";

    public const string Host = "modular";
}
