using System.Collections.Concurrent;
using Modular.Intake.Situations;
using Modular.Sites;

namespace Modular.Intake.Reminders;

/// <summary>
/// What a site's rules say is kept beside each situation. When the rules change, or the day does, they are asked again, a portion at a time, beside the pages:
/// until then lists are in the order of what was said last.
/// </summary>
public sealed class RuleResultsUpdate(ISiteCatalogue sites, SituationService situations, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (string Hash, DateOnly Day)> _asked = [];
    private readonly ConcurrentDictionary<string, bool> _beingAsked = [];

    /// <summary>Whether the rules of one of these sites are being asked again: the order of its lists is about to change.</summary>
    public bool AreChanging(IEnumerable<string> siteIds) => !_beingAsked.IsEmpty && siteIds.Any(_beingAsked.ContainsKey);

    public async Task AskAsync(CancellationToken cancellation)
    {
        foreach (var site in sites.Active)
        {
            var now = (site.Hash, site.Today(time));
            if (_asked.TryGetValue(site.Id, out var asked) && asked == now)
            {
                continue;
            }

            try
            {
                for (SituationRow? last = null; await situations.EvaluateAnewAsync(site, last, cancellation) is { } next; last = next)
                {
                    _beingAsked[site.Id] = true;
                }
            }
            finally
            {
                _beingAsked.TryRemove(site.Id, out _);
            }

            _asked[site.Id] = now;
        }
    }
}
