namespace Modular.Access.Accounts;

/// <summary>CNIL 2022-100: 12 characters of the four classes, or a long phrase. Never a forced change.</summary>
public static class PasswordRule
{
    public const int Least = 12;
    public const int LeastPhrase = 20;
    public const int Most = 200;
    private const int LeastDifferent = 6;

    private static readonly (Func<char, bool> Has, string Name)[] Classes =
    [
        (char.IsLower, "une minuscule"),
        (char.IsUpper, "une majuscule"),
        (char.IsDigit, "un chiffre"),
        (letter => !char.IsLetterOrDigit(letter), "un signe (ponctuation ou espace)"),
    ];

    public const string Summary =
        "Au moins 12 caractères avec une minuscule, une majuscule, un chiffre et un signe\u202F; ou une phrase d’au moins 20 caractères.";

    public static IEnumerable<string> Faults(string password, string login)
    {
        if (password.Length > Most)
        {
            yield return "Le mot de passe est trop long\u202F: 200 caractères au plus.";
            yield break;
        }

        if (password.Length < Least)
        {
            yield return "Le mot de passe est trop court\u202F: 12 caractères au moins.";
        }
        else if (password.Length < LeastPhrase && Missing(password) is { Count: > 0 } missing)
        {
            yield return $"Il manque {string.Join(", ", missing)}. Une phrase d’au moins 20 caractères convient aussi.";
        }

        if (password.Distinct().Count() < LeastDifferent)
        {
            yield return "Le mot de passe répète trop les mêmes caractères.";
        }

        if (login.Length > 0 && password.Contains(login, StringComparison.OrdinalIgnoreCase))
        {
            yield return "Le mot de passe contient l’identifiant.";
        }
    }

    private static List<string> Missing(string password) => [.. Classes.Where(kind => !password.Any(kind.Has)).Select(kind => kind.Name)];
}
