using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Rules;

namespace Modular.Intake.Forms;

/// <summary>What a form says once it is read: the answers that count, what is shown, what is wrong and what is still missing.</summary>
/// <param name="Form">The form.</param>
/// <param name="Typed">What was typed, hidden branches included: it comes back on the page.</param>
/// <param name="Answers">The answers of what is shown; hidden ones are not there.</param>
/// <param name="FreeTexts">Every free text among them.</param>
/// <param name="Hidden">Identifiers of the sections (<c>#danger</c>) and paths of the fields that are not shown.</param>
/// <param name="Errors">By path, what refuses the save.</param>
/// <param name="Missing">Fields shown and unanswered that closing needs.</param>
public sealed record FormReading(
    FormDefinition Form,
    Submission Typed,
    AnswerSet Answers,
    IReadOnlyList<FreeText> FreeTexts,
    IReadOnlySet<string> Hidden,
    IReadOnlyDictionary<string, string> Errors,
    IReadOnlyList<FormField> Missing)
{
    public bool IsValid => Errors.Count == 0;

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
}
