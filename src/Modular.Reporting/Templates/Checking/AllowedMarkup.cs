using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Modular.Reporting.Templates.Checking;

/// <summary>What a template may hold: elements that structure a text, attributes that neither run, nor fetch, nor lead elsewhere.</summary>
internal static partial class AllowedMarkup
{
    /// <summary>Begins the name of a place in a template, so that it is never one of the page around.</summary>
    public const string OwnId = "bilan-";

    public static readonly FrozenSet<string> WithoutContent = new[] { "br", "col", "hr", "wbr" }.ToFrozenSet();

    private static readonly FrozenSet<string> Elements = (
        "a abbr article aside b blockquote br caption cite code col colgroup dd details dfn div dl dt em figcaption figure footer h2 h3 h4 h5 h6 header hr "
        + "i li mark ol p q s section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Classes = new[] { "lede", "notice", "notice-care", "number", "quiet", "scroll", "table" }.ToFrozenSet();

    /// <summary>By attribute: the elements that may have it (none named: all), and what it may hold.</summary>
    private static readonly FrozenDictionary<string, (string[] On, Func<string, bool> Accepts, BilingualText Wants)> Attributes =
        new Dictionary<string, (string[] On, Func<string, bool> Accepts, BilingualText Wants)>
    {
        ["class"] = ([], AreClasses, new($"one or more of {Listed(Classes)}", $"un ou plusieurs noms parmi {Listed(Classes)}")),
        ["id"] = ([], text => Id().IsMatch(text), new($"a name that begins with {OwnId}", $"un nom qui commence par {OwnId}")),
        ["lang"] = ([], text => Language().IsMatch(text), new("a language, such as fr", "une langue, par exemple fr")),
        ["dir"] = ([], text => text is "ltr" or "rtl" or "auto", new("ltr, rtl or auto", "ltr, rtl ou auto")),
        ["title"] = ([], _ => true, default),
        ["href"] = (["a"], text => text.StartsWith('#') && Id().IsMatch(text[1..]), new(
            $"a place in the report, such as #{OwnId}annexe: no other address",
            $"un endroit du bilan, par exemple #{OwnId}annexe, et aucune autre adresse")),
        ["scope"] = (["th"], text => text is "row" or "col" or "rowgroup" or "colgroup", new(
            "row, col, rowgroup or colgroup",
            "row, col, rowgroup ou colgroup")),
        ["colspan"] = (["td", "th"], IsSmall, new("a number from 1 to 100", "un nombre de 1 à 100")),
        ["rowspan"] = (["td", "th"], IsSmall, new("a number from 1 to 100", "un nombre de 1 à 100")),
        ["span"] = (["col", "colgroup"], IsSmall, new("a number from 1 to 100", "un nombre de 1 à 100")),
        ["start"] = (["ol"], IsSmall, new("a number from 1 to 100", "un nombre de 1 à 100")),
        ["open"] = (["details"], text => text is "" or "open", new("nothing: write it alone", "rien\u202F: écrivez-le seul")),
    }.ToFrozenDictionary();

    public static bool Has(string element) => Elements.Contains(element);

    public static BilingualText? Refused(string element, string attribute, string value)
    {
        if (!Attributes.TryGetValue(attribute, out var known) || (known.On.Length > 0 && !known.On.Contains(element)))
        {
            return new(
                $"the attribute {Shown(attribute)} is refused on <{element}>: a template holds text, figures and charts.",
                $"L’attribut {Shown(attribute)} est refusé sur <{element}>\u202F: un modèle contient du texte, des chiffres et des graphiques.");
        }

        return known.Accepts(value) ? null : new(
            $"{attribute}=\"{Shown(value)}\" is refused: {attribute} is {known.Wants.English}.",
            $"{attribute}=\"{Shown(value)}\" est refusé\u202F: {attribute} attend {known.Wants.French}.");
    }

    public static string Shown(string text)
    {
        var plain = string.Concat(text.Where(letter => !char.IsControl(letter) && letter != TemplateSource.Blank));
        return plain.Length <= 40 ? plain : plain[..40] + "…";
    }

    private static bool AreClasses(string text) =>
        text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } names && names.All(Classes.Contains);

    private static bool IsSmall(string text) =>
        text.Length <= 3 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 100;

    private static string Listed(FrozenSet<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));

    [GeneratedRegex("^bilan-[a-z0-9-]{1,60}\\z")]
    private static partial Regex Id();

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?\\z")]
    private static partial Regex Language();
}
