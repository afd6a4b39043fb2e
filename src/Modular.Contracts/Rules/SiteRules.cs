using Modular.Contracts.Answers;
using Modular.Contracts.Presence;
using Modular.Contracts.Sites;
using Modular.Contracts.Wording;

namespace Modular.Contracts.Rules;

/// <summary>
/// What a site decides in code, where data cannot say it. Override only what differs; a site without code has exactly these defaults.
/// </summary>
/// <remarks>
/// <para>One instance a loaded version, made with its parameterless constructor and called by several requests at once: keep no state. A rule sees
/// records of Contracts only: no file, no network, no clock (today's date is given), no host service.</para>
/// <para>A rule that throws refuses what was asked of it with a neutral sentence, and the failure is logged without what it was given. A site whose rules
/// throw 10 times in 10 minutes is Faulted: its forms are closed until a version that works is put in its place, and what it recorded stays readable.</para>
/// <para>No type of the plugin may be kept by the host: return records of Contracts, never subclasses of them.</para>
/// </remarks>
/// <example>
/// <code>
/// public sealed class HauteMarneRules : SiteRules
/// {
///     public override IEnumerable&lt;Finding&gt; Check(SituationDraft draft) =&gt;
///         draft.FreeTexts.Where(text =&gt; ProcedureNumber.IsIn(text.Value)).Select(text =&gt; Finding.Refuse(text.Field, "…"));
/// }
/// </code>
/// </example>
public abstract class SiteRules
{
    /// <summary>What is wrong with what was typed, beyond what the form says. Called before every save. Default: nothing.</summary>
    public virtual IEnumerable<Finding> Check(SituationDraft draft) => [];

    /// <summary>
    /// How urgent a situation is that nobody has contacted yet, and why. Default: <see cref="PriorityLevel.Ordinary"/>, to be contacted within the site's
    /// <see cref="Limits.FirstContactDays"/>.
    /// </summary>
    public virtual Priority Prioritise(SituationView situation) =>
        new(PriorityLevel.Ordinary, [], situation.ReferredOn.AddDays(situation.Limits.FirstContactDays));

    /// <summary>
    /// The values of the form's fields computed by <c>rules</c>: a code of the field's list, by field identifier; absent when there is none.
    /// Called at the field's place in the form, with the answers before it, those that were computed (<c>age_group</c>, <c>vif</c>) included. Default: none.
    /// </summary>
    public virtual IReadOnlyDictionary<string, string> Derive(SituationDraft draft) => new Dictionary<string, string>();

    /// <summary>
    /// What the worker should think of today about an open situation. Default: one reminder when the situation is open for longer than the site's
    /// <see cref="Limits.OpenDays"/>.
    /// </summary>
    public virtual IEnumerable<Reminder> Remind(SituationView situation, DateOnly today) =>
        situation.ClosedOn is null && today.DayNumber - situation.ReferredOn.DayNumber > situation.Limits.OpenDays
            ? [new Reminder("open_too_long", $"Situation ouverte depuis plus de {Counted.InFrench(situation.Limits.OpenDays, "jour", "jours")} : "
                + "la clore, ou dire pourquoi elle reste ouverte.")]
            : [];

    /// <summary>Where a week's cover breaks what the site promises. Default: nowhere.</summary>
    public virtual IEnumerable<CoverGap> JudgeWeek(WeekCover week) => [];
}

/// <summary>What a worker is about to save, as the site's rules see it.</summary>
/// <param name="Form">Identifier of the form: <c>situation</c>, <c>contact</c>, <c>closing</c>, <c>danger</c>.</param>
/// <param name="Answers">The answers of the form, hidden ones left out.</param>
/// <param name="FreeTexts">Every free text that was typed, wherever it is, rows of groups and person blocks included.</param>
/// <param name="Today">Today in the site's zone.</param>
/// <param name="Limits">The site's limits.</param>
public sealed record SituationDraft(string Form, AnswerSet Answers, IReadOnlyList<FreeText> FreeTexts, DateOnly Today, Limits Limits);

/// <summary>A free text and where it is.</summary>
/// <param name="Field">Path of the field: <c>note</c>, <c>person.address</c>, <c>orientations[0].detail</c>.</param>
/// <param name="Value">What was typed.</param>
public sealed record FreeText(string Field, string Value)
{
    /// <summary>The field alone, so that no log ever prints what was typed.</summary>
    public override string ToString() => Field;
}

/// <summary>A recorded situation as the site's rules see it: dates and coded answers, never a name or a free text.</summary>
/// <param name="Number">The number people use: <c>2026-101</c>.</param>
/// <param name="Station">Identifier of the station, or null.</param>
/// <param name="ReferredOn">Day of the referral.</param>
/// <param name="FirstContactOn">Day of the first contact that reached the person, or null.</param>
/// <param name="LastContactOn">Day of the last one, or null.</param>
/// <param name="Contacts">Number of contacts, those that did not reach the person included.</param>
/// <param name="ClosedOn">Day of the closing, or null while it is open.</param>
/// <param name="Coded">The answers that are facts, computed ones included.</param>
/// <param name="Limits">The site's limits.</param>
public sealed record SituationView(
    string Number,
    string? Station,
    DateOnly ReferredOn,
    DateOnly? FirstContactOn,
    DateOnly? LastContactOn,
    int Contacts,
    DateOnly? ClosedOn,
    AnswerSet Coded,
    Limits Limits);

/// <summary>What a rule has to say about an answer.</summary>
/// <param name="Field">Path of the field, or null for the form as a whole.</param>
/// <param name="Severity">Whether it refuses the save or only warns.</param>
/// <param name="Sentence">The sentence shown at the field, in French: what is wrong and what to do.</param>
public sealed record Finding(string? Field, Severity Severity, string Sentence)
{
    /// <summary>A finding that refuses the save; what was typed is kept on the page.</summary>
    public static Finding Refuse(string? field, string sentence) => new(field, Severity.Refusal, sentence);

    /// <summary>A finding that is shown after the save and refuses nothing.</summary>
    public static Finding Warn(string? field, string sentence) => new(field, Severity.Warning, sentence);
}

/// <summary>Whether a finding refuses or warns.</summary>
public enum Severity
{
    /// <summary>Shown, refuses nothing.</summary>
    Warning,

    /// <summary>Nothing is saved until it is mended.</summary>
    Refusal,
}

/// <summary>How urgent a first contact is.</summary>
/// <param name="Level">The level; the list is sorted by it, then by date.</param>
/// <param name="Reasons">Why, each a few words in French (<c>enfants présents</c>); shown beside the situation.</param>
/// <param name="ContactBefore">The last day for the first contact.</param>
public sealed record Priority(PriorityLevel Level, IReadOnlyList<string> Reasons, DateOnly ContactBefore);

/// <summary>The levels of urgency.</summary>
public enum PriorityLevel
{
    /// <summary>Within the site's limit.</summary>
    Ordinary,

    /// <summary>Before the others.</summary>
    High,

    /// <summary>Today.</summary>
    Urgent,
}

/// <summary>Something to think of about an open situation.</summary>
/// <param name="Code">What it is about, stable: <c>open_too_long</c>, <c>hand_over</c>, …</param>
/// <param name="Sentence">The sentence shown, in French.</param>
public sealed record Reminder(string Code, string Sentence);
