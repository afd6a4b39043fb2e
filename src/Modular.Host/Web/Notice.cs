using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Modular.Host.Web;

/// <summary>What was just done, said on the page that follows a post: <c>this.Done("La saisine est enregistrée.")</c>. Never a name in it.</summary>
internal static class Notice
{
    public const string Key = "done";

    public static void Done(this PageModel page, string sentence) => page.TempData[Key] = sentence;
}
