using System.Globalization;

namespace Modular.Access.Accounts;

/// <summary>
/// What CNIL 2022-100 asks of a password that stands alone: 12 characters of the four classes, or a long phrase. Never a forced change.
/// </summary>
public static class PasswordRule
{
    public const int Least = 12;
    public const int LeastPhrase = 20;
    public const int Most = 200;
    private const int LeastDifferent = 6;

    public const string Summary =
        "Au moins 12 caractères avec une minuscule, une majuscule, un chiffre et un signe\u202F; ou une phrase d’au moins 20 caractères.";

    /// <summary>What is wrong, in French; nothing when the password is good.</summary>
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
            yield return string.Create(CultureInfo.InvariantCulture, $"Il manque {string.Join(", ", missing)}. Une phrase d’au moins 20 caractères convient aussi.");
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

    private static List<string> Missing(string password)
    {
        List<string> missing = [];
        Want(char.IsLower, "une minuscule");
        Want(char.IsUpper, "une majuscule");
        Want(char.IsDigit, "un chiffre");
        Want(c => !char.IsLetterOrDigit(c), "un signe (ponctuation ou espace)");
        return missing;

        void Want(Func<char, bool> kind, string name)
        {
            if (!password.Any(kind))
            {
                missing.Add(name);
            }
        }
    }
}
