using System.Text.RegularExpressions;
using Modular.Contracts.Wording;

namespace Modular.Host.Accounts;

/// <summary>The journal as the DPO reads it. Rows hold keys and numbers and are never rewritten: they are put into words here.</summary>
internal static partial class JournalWords
{
    /// <summary>Names that rows of earlier versions hold, and the keys that are written instead.</summary>
    private static readonly IReadOnlyDictionary<string, string> Earlier = new Dictionary<string, string>
    {
        ["All"] = "all",
        ["Open"] = "open",
        ["NotContacted"] = "not_contacted",
        ["Closed"] = "closed",
    };

    /// <summary>An act that a later version wrote is shown as it is written.</summary>
    public static string Of(string act) => Words.Find("journal_act", act) ?? act;

    /// <summary>What an act says besides, its keys in words; a key that is a site's stays as it is.</summary>
    public static string DetailOf(string? detail) => detail is null ? "–" : Colon().Replace(Keys().Replace(detail, key => Word(key.Value)), "\u202f: ");

    private static string Word(string key) => Words.Find("journal_detail", Earlier.GetValueOrDefault(key, key)) ?? key;

    [GeneratedRegex(@"\w+")]
    private static partial Regex Keys();

    [GeneratedRegex(":")]
    private static partial Regex Colon();
}
