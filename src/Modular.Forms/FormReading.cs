using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Rules;

namespace Modular.Forms;

/// <summary>What a form says once it is read: the answers that count, what is shown, what is wrong and what is still missing.</summary>
/// <param name="Plan">The form.</param>
/// <param name="Typed">What was typed, hidden branches included: it comes back on the page.</param>
/// <param name="Answers">The answers of what is shown; hidden ones are not there.</param>
/// <param name="FreeTexts">Every free text among them.</param>
/// <param name="Hidden">Identifiers of the sections (<c>#danger</c>) and paths of the fields that are not shown.</param>
/// <param name="Errors">By path, what refuses the save.</param>
/// <param name="Missing">Fields shown and unanswered that closing needs.</param>
public sealed record FormReading(
    FormPlan Plan,
    TypedAnswers Typed,
    AnswerSet Answers,
    IReadOnlyList<FreeText> FreeTexts,
    IReadOnlySet<string> Hidden,
    IReadOnlyDictionary<string, string> Errors,
    IReadOnlyList<FormField> Missing)
{
    /// <summary>What is said when a site's rules fail, in the place of what they would have said.</summary>
    public const string RulesFailed =
        "Une règle de votre site n’a pas pu vérifier cette fiche\u202f: rien n’a été enregistré, et vos réponses sont toujours là. "
        + "Réessayez\u202f; si cela recommence, prévenez l’administrateur.";

    public FormDefinition Form => Plan.Form;

    public bool IsValid => Errors.Count == 0;

    /// <summary>The day of the field that has a role, or null.</summary>
    public DateOnly? Date(FieldRole role) => Plan[role] is { } planned ? Answers.Date(planned.Field.Id) : null;

    /// <summary>What computed fields show, by field; null for one that has nothing to show.</summary>
    public IReadOnlyDictionary<string, string?> ComputedTexts() =>
        Plan.Fields.Where(planned => planned.Field.Compute is not null).ToDictionary(planned => planned.Field.Id, ComputedText);

    /// <summary>The same with the findings of the site's rules that refuse the save.</summary>
    public FormReading With(IEnumerable<Finding> refusals)
    {
        var errors = new Dictionary<string, string>(Errors);
        foreach (var refusal in refusals.Where(finding => finding.Severity == Severity.Refusal))
        {
            errors.TryAdd(refusal.Field ?? "", refusal.Sentence);
        }

        return this with { Errors = errors };
    }

    /// <summary>The same without its errors: a branch is opened before anything is judged.</summary>
    public FormReading Unjudged() => this with { Errors = new Dictionary<string, string>() };

    internal string? ComputedText(FieldPlan planned) =>
        Answers[planned.Field.Id] is Answer.Choice { Value: var code } ? planned.Options.FirstOrDefault(option => option.Value == code)?.Label ?? code : null;
}
