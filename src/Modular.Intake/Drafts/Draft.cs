using Modular.Forms;

namespace Modular.Intake.Drafts;

/// <summary>A draft as a list tells of it: nothing that was typed.</summary>
/// <param name="Id">A keyed hash: it leads to nobody.</param>
public sealed record DraftSummary(string Id, DraftSubject Subject, DateTimeOffset Begun, DateTimeOffset At);

/// <summary>A draft opened for whoever typed it: as it was typed, judged by nobody.</summary>
public sealed record Draft(DraftSummary Head, TypedAnswers Typed);
