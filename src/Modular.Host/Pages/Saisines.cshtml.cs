using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Access;
using Modular.Host.Intake;
using Modular.Host.Security;

namespace Modular.Host.Pages;

[Authorize(Policy = Policies.Worker)]
internal sealed class SaisinesModel(Waiting waiting, ICurrentViewer current) : PageModel
{
    public IReadOnlyList<WaitingSituation> Waiting { get; private set; } = [];

    public bool SeveralSites => current.Required.Sites.Count > 1;

    public async Task OnGetAsync(CancellationToken cancellation) => Waiting = await waiting.ListAsync(NominativeScope.Of(current.Required)!, cancellation);
}
