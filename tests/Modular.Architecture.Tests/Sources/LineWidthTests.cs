using Modular.Architecture.Tests.Repositories;
using Modular.Architecture.Tests.Seeding;

namespace Modular.Architecture.Tests.Sources;

[TestClass]
public class LineWidthTests
{
    [TestMethod]
    public void A_line_fits_the_screen() => LineWidth.IsKept(Repository.Here).Kept();

    [TestMethod]
    public void A_line_that_is_too_wide_is_named_but_in_a_project_that_is_still_wide()
    {
        using var seed = new Seed().Project("src/Modular.Sites").Project("src/Modular.Host")
            .File("src/Modular.Sites/Fits.cs", "//\n" + new string('é', 160) + "\r\n")
            .File("src/Modular.Sites/Wide.cs", "//\n" + new string('é', 161) + "\n")
            .File("src/Modular.Sites/Page.cshtml", new string('x', 161))
            .File("src/Modular.Host/Wide.cs", new string('x', 161));
        LineWidth.IsKept(seed.Repository, ["Modular.Host"]).OrderBy(breach => breach.Offender)
            .BrokenBy("src/Modular.Sites/Page.cshtml:1", "src/Modular.Sites/Wide.cs:2");
    }
}
