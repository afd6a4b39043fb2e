using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Sites;
using Modular.Forms.Kinds;

namespace Modular.Forms.Computations;

/// <summary>The age groups that every site shares, under the labels that the site gives them.</summary>
internal static class AgeGroups
{
    private const string List = "age_group";

    public static IReadOnlyList<Code> Of(SiteCodes codes) =>
        [.. codes.AgeGroups.Select(group => codes.Of(List).FirstOrDefault(own => own.Value == group.Value) ?? group)];

    /// <summary>By the birth date where it is known, else as the worker chose; « non renseigné » rather than a blank.</summary>
    public static string Of(FormField field, AnswerSet answers, DateOnly today)
    {
        var birth = field.From.Count > 0 ? answers.Date(field.From[0]) : null;
        var at = (field.From.Count > 1 ? answers.Date(field.From[1]) : null) ?? today;
        var chosen = field.From.Count > 2 ? answers.Code(field.From[2]) : null;
        return birth is { } day && day <= at ? Of(Age(day, at)) : chosen is null || NotGivenNames.All.Contains(chosen) ? "not_given" : chosen;
    }

    /// <summary>Whole years; somebody born on 29 February is a year older on 1 March.</summary>
    private static int Age(DateOnly birth, DateOnly at) =>
        at.Year - birth.Year - ((at.Month, at.Day).CompareTo((birth.Month, birth.Day)) < 0 ? 1 : 0);

    private static string Of(int age) => age switch
    {
        <= 5 => "0_5",
        <= 12 => "6_12",
        <= 17 => "13_17",
        <= 24 => "18_24",
        <= 34 => "25_34",
        <= 44 => "35_44",
        <= 54 => "45_54",
        <= 64 => "55_64",
        <= 74 => "65_74",
        _ => "75_plus",
    };
}
