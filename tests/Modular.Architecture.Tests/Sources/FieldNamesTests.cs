using Modular.Architecture.Tests.Repositories;
using Modular.Architecture.Tests.Seeding;

namespace Modular.Architecture.Tests.Sources;

[TestClass]
public class FieldNamesTests
{
    private const string Form = "src/Modular.Sites/Making/Template/forms/closing.json";

    [TestMethod]
    public void No_source_leans_on_the_name_of_a_field() => FieldNames.StandInFormsOnly(Repository.Here).Kept();

    [TestMethod]
    public void A_source_that_leans_on_the_name_of_a_field_is_named()
    {
        using var seed = new Seed().Project("src/Modular.Sites").Project("src/Modular.Intake")
            .File(Form, """{ "id": "closed_on", "kind": "date", "role": "closing_date", "label": "Date" }""")
            .File("src/Modular.Intake/Closing.cs", "answers.Date(\"closed_on\")")
            .File("src/Modular.Intake/Opening.cs", "answers.Date(FieldRole.ReferralDate)");
        FieldNames.StandInFormsOnly(seed.Repository).BrokenBy("src/Modular.Intake/Closing.cs: closed_on");
    }

    [TestMethod]
    public void A_template_without_roles_is_named()
    {
        using var seed = new Seed().Project("src/Modular.Sites").File(Form, """{ "id": "closed_on", "kind": "date", "label": "Date" }""");
        FieldNames.StandInFormsOnly(seed.Repository).BrokenBy("src/Modular.Sites/Making/Template/forms/");
    }
}
