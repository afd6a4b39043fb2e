using Modular.Architecture.Tests.Repositories;
using Modular.Architecture.Tests.Seeding;

namespace Modular.Architecture.Tests.Pages;

[TestClass]
public class PostedFormsTests
{
    [TestMethod]
    public void Posted_forms_carry_a_token() => PostedForms.CarryATokenOfTheirPage(Repository.Here).Kept();

    [TestMethod]
    public void A_posted_form_without_a_token_is_named()
    {
        using var seed = new Seed().Project("src/Modular.Host")
            .File("src/Modular.Host/Pages/Bare.cshtml", "<form method=\"post\" action=\"/situations?site=@Model.Site\" class=\"form\"></form>")
            .File("src/Modular.Host/Pages/Asked.cshtml", "<form method=\"post\" action=\"/situations\" asp-antiforgery=\"true\"></form>")
            .File("src/Modular.Host/Pages/Written.cshtml", "<form method=\"post\" action=\"/deconnexion\">@Html.AntiForgeryToken()</form>")
            .File("src/Modular.Host/Pages/Own.cshtml", "<form method=\"post\" class=\"form\"></form>")
            .File("src/Modular.Host/Pages/Read.cshtml", "<form method=\"get\" action=\"/presence\"></form>");
        PostedForms.CarryATokenOfTheirPage(seed.Repository).BrokenBy("src/Modular.Host/Pages/Bare.cshtml");
    }
}
