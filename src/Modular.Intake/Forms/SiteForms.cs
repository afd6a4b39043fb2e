using Modular.Contracts.Answers;
using Modular.Forms;
using Modular.Sites;

namespace Modular.Intake.Forms;

/// <summary>A site's forms, read with what its rules work out.</summary>
public static class SiteForms
{
    /// <param name="site">The version of the site the page began with.</param>
    /// <param name="today">Today in the site's zone.</param>
    /// <param name="before">The answers stored until now: a retired code that stands there may stay.</param>
    public static FormReading Read(this LoadedSite site, string form, Submission typed, DateOnly today, AnswerSet? before = null) =>
        FormReader.Read(site.Plan(form), typed, today, before, draft => SiteJudgement.Derive(site, draft));
}
