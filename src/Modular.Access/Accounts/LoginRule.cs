using System.Text.RegularExpressions;

namespace Modular.Access.Accounts;

public static partial class LoginRule
{
    public const string Rule = "L’identifiant compte de 3 à 40 caractères\u202F: lettres sans accent, chiffres, points, tirets.";

    /// <summary>One account a spelling: case and surrounding spaces do not count.</summary>
    public static string Normalize(string login) => login.Trim().ToLowerInvariant();

    public static bool IsWellFormed(string login) => Shape().IsMatch(login);

    [GeneratedRegex(@"^[a-z0-9][a-z0-9._-]{2,39}\z")]
    private static partial Regex Shape();
}
