using Modular.Contracts.Answers;
using Modular.Forms;
using Modular.Sites;

namespace Modular.Intake.Forms;

public static class SiteForms
{
    /// <param name="before">The answers stored until now: a retired code that is there may stay.</param>
    public static FormReading Read(this LoadedSite site, string form, TypedAnswers typed, DateOnly today, AnswerSet? before = null) =>
        FormReader.Read(site.Plan(form), typed, today, before, draft => RulesOrDefaults.Derive(site, draft));

    /// <summary>The form as it is opened for something new.</summary>
    /// <param name="start">What it begins with.</param>
    public static FormReading Blank(this LoadedSite site, string form, AnswerSet start, DateOnly today) =>
        site.Plan(form).Blank(start, today, () => site.Read(form, TypedAnswers.Of(start), today, start));
}
