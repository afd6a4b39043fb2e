using Modular.Contracts.Answers;
using Modular.Forms;
using Modular.Sites;

namespace Modular.Intake.Forms;

public static class SiteForms
{
    /// <param name="before">The answers stored until now: a retired code that is there may stay.</param>
    public static FormReading Read(this LoadedSite site, string form, TypedAnswers typed, DateOnly today, AnswerSet? before = null) =>
        FormReader.Read(site.Plan(form), typed, today, before, draft => RulesOrDefaults.Derive(site, draft));
}
