using Modular.Presence.Occurrences;
using Modular.Sites;

namespace Modular.Presence.Outcomes;

/// <param name="Revision">The occurrence's revision as the account saw it; 0 when it had no outcome.</param>
public sealed record OutcomeRequest(LoadedSite Site, OccurrenceId Occurrence, int Revision, Guid By);
