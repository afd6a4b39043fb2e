using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Modular.Access.Accounts;
using Modular.Host.Web;

namespace Modular.Host.Accounts;

internal static class AccountResultPage
{
    /// <summary>The page again, each fault at its field; or the page that follows, which says what was done.</summary>
    public static IActionResult End(this PageModel page, AccountResult result, string done, string next)
    {
        page.ModelState.Clear();
        foreach (var (field, sentence) in result.Faults)
        {
            page.ModelState.AddModelError(field, sentence);
        }

        if (result.Account is null)
        {
            return page.Page();
        }

        page.Done(done);
        return new RedirectResult(next);
    }
}
