using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Rules;
using Modular.Contracts.Sites;
using Modular.Sites;

namespace Modular.Intake.Forms;

/// <summary>The answers that are worked out while a form is read. Those that need the whole record (delays, counts) are worked out from the record.</summary>
internal static class Computed
{
    public static Answer? Of(FormField field, LoadedSite site, FormDefinition form, AnswerSet answers, IReadOnlyList<FreeText> freeTexts, DateOnly today) => field.Compute switch
    {
        Computation.AgeGroup => AgeGroup(field, answers, today),
        Computation.Vif => Vif(site.Definition, field.From, answers) is { } vif ? new Answer.Choice(vif) : null,
        Computation.Rules => site.Rules.Derive(new SituationDraft(form.Id, answers, freeTexts, today, site.Definition.Limits)).TryGetValue(field.Id, out var code)
            && Options.Of(site.Definition, field).Any(option => option.Value == code)
                ? new Answer.Choice(code)
                : null,
        _ => null,
    };

    /// <summary>Yes when one of the answers is a VIF code; no only when the first of them, the main problem, is known: a second problem that is none says nothing of it.</summary>
    internal static string? Vif(SiteDefinition site, IReadOnlyList<string> from, AnswerSet answers) =>
        from.SelectMany(answers.CodesOf).Any(site.Vif.Contains) ? "yes"
        : from.Take(1).SelectMany(answers.CodesOf).Any(code => !NotGivenNames.All.Contains(code)) ? "no"
        : null;

    /// <summary>By the birth date where it is known, else as the worker chose; « non renseigné » rather than a blank.</summary>
    private static Answer.Choice AgeGroup(FormField field, AnswerSet answers, DateOnly today)
    {
        var birth = field.From.Count > 0 ? answers.Date(field.From[0]) : null;
        var at = (field.From.Count > 1 ? answers.Date(field.From[1]) : null) ?? today;
        var chosen = field.From.Count > 2 ? answers.Code(field.From[2]) : null;
        return new Answer.Choice(birth is { } day && day <= at ? Group(Age(day, at)) : chosen is null || NotGivenNames.All.Contains(chosen) ? "not_given" : chosen);
    }

    /// <summary>Whole years; somebody born on 29 February is a year older on 1 March.</summary>
    internal static int Age(DateOnly birth, DateOnly at) =>
        at.Year - birth.Year - ((at.Month, at.Day).CompareTo((birth.Month, birth.Day)) < 0 ? 1 : 0);

    internal static string Group(int age) => age switch
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
