using Modular.Forms;

namespace Modular.Intake.Drafts;

/// <summary>A draft as a list tells of it: nothing that was typed.</summary>
/// <param name="Id">A keyed hash: it leads to nobody.</param>
/// <param name="Place">Where it is taken up again.</param>
/// <param name="Begun">When its first letters came.</param>
/// <param name="At">When its last ones did.</param>
public sealed record DraftHead(string Id, DraftPlace Place, DateTimeOffset Begun, DateTimeOffset At);

/// <summary>A draft opened for whoever typed it: as it was typed, judged by nobody.</summary>
public sealed record Draft(DraftHead Head, Submission Typed);
