using Modular.Contracts.Presence;
using Modular.Contracts.Rules;

namespace Loire;

/// <summary>Every complaint about conjugal violence is assisted, at any hour, since 1 November 2020.</summary>
public sealed class LoireRules : SiteRules
{
    /// <summary>A complaint about conjugal violence is contacted the same day; what the commanders hand over comes before the rest.</summary>
    public override Priority Prioritise(SituationView situation)
    {
        var urgent = Urgency.Reasons(situation).ToList();
        var high = Urgency.HandedOver(situation).ToList();
        var more = Urgency.Aggravations(situation);

        return (urgent, high) switch
        {
            ([_, ..], _) => new Priority(PriorityLevel.Urgent, [.. urgent, .. high, .. more], situation.ReferredOn),
            (_, [_, ..]) => new Priority(PriorityLevel.High, [.. high, .. more], situation.ReferredOn.AddDays(1)),
            _ => base.Prioritise(situation) with { Reasons = [.. more] },
        };
    }

    /// <summary>Whether it is a complaint about conjugal violence, so that the report counts what the priority means.</summary>
    public override IReadOnlyDictionary<string, string> Derive(SituationDraft draft) =>
        draft.Form is "situation" && ConjugalComplaint.Is(draft.Answers) is { } complaint
            ? new Dictionary<string, string> { [ConjugalComplaint.Field] = complaint ? "yes" : "no" }
            : base.Derive(draft);

    /// <summary>Where nobody is there, in a station or by telephone.</summary>
    public override IEnumerable<CoverGap> JudgeWeek(WeekCover week) => ContinuousCover.BreaksIn(week);
}
