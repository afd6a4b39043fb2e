using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Access;
using Modular.Host.Security;
using Modular.Intake.Reminders;

namespace Modular.Host.Pages;

[Authorize(Policy = Policies.Worker)]
internal sealed class SaisinesModel(WaitingList waiting, RuleResultsUpdate rules, ICurrentAccount current) : PageModel
{
    private const int Most = 200;

    public WaitingSituations Waiting { get; private set; } = new([], 0);

    /// <summary>Whether the rules of a site are being asked again: the order is about to change.</summary>
    public bool IsChanging { get; private set; }

    public bool SeveralSites => current.Required.Sites.Count > 1;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var scope = SituationScope.Of(current.Required)!;
        IsChanging = rules.AreChanging(scope.Sites);
        Waiting = await waiting.ListAsync(scope, Most, cancellation);
    }
}
