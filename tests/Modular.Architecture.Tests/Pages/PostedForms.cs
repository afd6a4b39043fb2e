using System.Text.RegularExpressions;
using Modular.Architecture.Tests.Repositories;

namespace Modular.Architecture.Tests.Pages;

/// <summary>
/// A form that names its own address is given no antiforgery token unless it asks for one, and every post of it is refused:
/// https://learn.microsoft.com/aspnet/core/security/anti-request-forgery#automatic-generation-of-antiforgery-tokens
/// </summary>
internal static partial class PostedForms
{
    [GeneratedRegex("""<form\b(?=[^>]*\bmethod="post")(?=[^>]*\baction="[^"]).*?</form>""", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex FormWithAddress();

    public static IEnumerable<Breach> CarryATokenOfTheirPage(Repository repository) =>
        from page in repository.Sources(repository.Product, ".cshtml")
        from Match form in FormWithAddress().Matches(page.Text)
        where !form.Value.Contains("asp-antiforgery=\"true\"", StringComparison.Ordinal) && !form.Value.Contains("AntiForgeryToken()", StringComparison.Ordinal)
        select new Breach(page.Path, "a posted form with an address of its own says asp-antiforgery=\"true\", else every post of it is refused");
}
