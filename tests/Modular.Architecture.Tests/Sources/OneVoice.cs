using System.Text.RegularExpressions;
using Modular.Architecture.Tests.Repositories;

namespace Modular.Architecture.Tests.Sources;

/// <summary>Days and numbers are written for French readers in one place, so that page, calendar, report and mail cannot disagree.</summary>
internal static partial class OneVoice
{
    private const string Place = "src/Modular.Contracts/Wording/";

    private static readonly (Regex Banned, string Reason)[] Formatting =
    [
        (FrenchCulture(), "the French culture is made once, in FrenchTime"),
        (Borrowed(), "FrenchTime.Culture is for engines that format by themselves: ask FrenchTime, FrenchNumber or FrenchLetters"),
        (Format(), "a number or a day that people read is written by FrenchTime or FrenchNumber"),
    ];

    [GeneratedRegex(@"CultureInfo\s*\(\s*""fr|CreateSpecificCulture\s*\(\s*""fr|""fr-FR""")]
    private static partial Regex FrenchCulture();

    [GeneratedRegex(@"(?<!PushCulture\(|SetDefaultCulture\()FrenchTime\s*\.\s*Culture\b")]
    private static partial Regex Borrowed();

    [GeneratedRegex(@"ToString\(\s*""(?:[NnPp]\d|#,|[^""]*MMM|dddd)|\{[^{}""\n]*:(?:[NnPp]\d|#,|[^{}""\n]*MMM|dddd)[^{}""\n]*\}")]
    private static partial Regex Format();

    private const string Names =
        "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre";

    [GeneratedRegex($@"""[^""\n]*\b(?:{Names})\b[^""\n]*""", RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();

    /// <summary>A plugin's sentences are its own; the days and numbers in them are written as everywhere.</summary>
    public static IEnumerable<Breach> FormatsInOnePlace(Repository repository) =>
        from source in Elsewhere(repository, [.. repository.Product, .. repository.Plugins])
        from rule in Formatting
        where rule.Banned.IsMatch(source.Text)
        select new Breach(source.Path, rule.Reason);

    public static IEnumerable<Breach> NamesDaysInOnePlace(Repository repository) =>
        from source in Elsewhere(repository, repository.Product)
        where Name().IsMatch(source.Text)
        select new Breach(source.Path, "the names of days and months are FrenchTime's, those of holidays stand in fr.json");

    /// <summary>Renamed away, it would leave rules that nothing breaks.</summary>
    public static IEnumerable<Breach> PlaceIsThere(Repository repository) =>
        repository.Sources(repository.Product, ".cs").Any(source =>
            source.Path.StartsWith(Place, StringComparison.Ordinal) && FrenchCulture().IsMatch(source.Text))
            ? []
            : [new Breach(Place, "French is written nowhere: these rules speak of a place that is gone")];

    private static IEnumerable<SourceFile> Elsewhere(Repository repository, IEnumerable<Project> projects) =>
        repository.Sources(projects, ".cs", ".cshtml")
            .Where(source => !source.Path.StartsWith(Place, StringComparison.Ordinal))
            .Select(source => source with { Text = Comment().Replace(source.Text, "") });
}
