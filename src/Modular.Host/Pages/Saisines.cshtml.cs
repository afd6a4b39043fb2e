using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Access;
using Modular.Host.Security;
using Modular.Intake.Reminders;

namespace Modular.Host.Pages;

[Authorize(Policy = Policies.Worker)]
internal sealed class SaisinesModel(WaitingList waiting, ICurrentAccount current) : PageModel
{
    private const int Most = 200;

    /// <summary>The most urgent.</summary>
    public IReadOnlyList<WaitingSituation> Waiting { get; private set; } = [];

    public int Total { get; private set; }

    public bool SeveralSites => current.Required.Sites.Count > 1;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var all = await waiting.ListAsync(SituationScope.Of(current.Required)!, cancellation);
        (Waiting, Total) = ([.. all.Take(Most)], all.Count);
    }
}
