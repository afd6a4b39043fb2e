using Modular.Contracts.Answers;
using Modular.Contracts.Rules;
using Modular.Contracts.Sites;

namespace Modular.Sites.Tests.Loading;

[TestClass]
public sealed class RulesLoadingTests
{

    [TestMethod]
    public void Rules_of_a_plugin_are_called_and_their_lazy_lists_are_read()
    {
        using var plugin = new TempPlugin().WithCode("Working");

        var findings = plugin.Load().Rules.Check(Drafts.WithNote("une confidence"));

        Assert.IsInstanceOfType<List<Finding>>(findings);
        Assert.AreEqual(new Finding("note", Severity.Warning, "Vu."), findings.Single());
    }

    [TestMethod]
    public void A_rule_that_throws_leaves_nothing_of_what_it_was_given_in_the_exception()
    {
        using var plugin = new TempPlugin().WithCode("Throwing");

        var failure = Assert.ThrowsExactly<RuleFailedException>(() => plugin.Load().Rules.Check(Drafts.WithNote("une confidence")));

        Assert.AreEqual("The rule Check of minimal failed (PluginException).", failure.Message);
        Assert.DoesNotContain("confidence", failure.ToString());
        Assert.IsNull(failure.InnerException);
    }

    [TestMethod]
    public void A_rule_that_never_ends_its_list_is_stopped()
    {
        using var plugin = new TempPlugin().WithCode("Working");
        var day = new DateOnly(2026, 1, 1);

        Assert.ThrowsExactly<RuleFailedException>(
            () => plugin.Load().Rules.Remind(new SituationView("2026-1", null, day, null, null, 0, null, AnswerSet.Empty, new Limits()), day));
    }

    [TestMethod]
    [DataRow("appels_repetes", true)]
    [DataRow("autre_chose", false)]
    public void A_value_derived_for_a_field_is_an_option_of_it(string code, bool accepted)
    {
        using var plugin = new TempPlugin().WithCode("Working")
            .Replace(
                "forms/situation.json", "{ \"id\": \"children\",",
                "{ \"id\": \"track\", \"kind\": \"computed\", \"compute\": \"rules\", \"codes\": \"problem\", \"label\": \"x\" },\n      { \"id\": "
                    + "\"children\",");
        var (rules, draft) = (plugin.Load().Rules, Drafts.WithNote(code));

        if (accepted)
        {
            Assert.AreEqual(code, rules.Derive(draft)["track"]);
        }
        else
        {
            Assert.ThrowsExactly<RuleFailedException>(() => rules.Derive(draft));
        }
    }

    [TestMethod]
    public void A_field_of_the_rules_of_a_site_without_code_is_refused()
    {
        using var plugin = new TempPlugin()
            .Replace(
                "forms/situation.json", "{ \"id\": \"children\",",
                "{ \"id\": \"track\", \"kind\": \"computed\", \"compute\": \"rules\", \"codes\": \"problem\", \"label\": \"x\" },\n      { \"id\": "
                    + "\"children\",");

        Assert.AreEqual(
            "forms/situation.json:14:55: \"track\" would stay empty: it is worked out by the site's rules, and site.json names no \"assembly\".",
            plugin.OnlyFault().ToString());
    }

    [TestMethod]
    public void A_field_of_rules_that_derive_nothing_is_refused()
    {
        using var plugin = new TempPlugin().WithCode("Throwing")
            .Replace(
                "forms/situation.json", "{ \"id\": \"children\",",
                "{ \"id\": \"track\", \"kind\": \"computed\", \"compute\": \"rules\", \"codes\": \"problem\", \"label\": \"x\" },\n      { \"id\": "
                    + "\"children\",");

        Assert.AreEqual(
            "forms/situation.json:14:55: \"track\" would stay empty: ThrowingRules does not override Derive, which works it out.",
            plugin.OnlyFault().ToString());
    }

    [TestMethod]
    public void A_field_of_rules_in_a_row_is_refused_since_nothing_fills_it_in()
    {
        using var plugin = new TempPlugin().WithCode("Working")
            .Replace(
                "forms/contact.json", "{ \"id\": \"partner\",",
                "{ \"id\": \"track\", \"kind\": \"computed\", \"compute\": \"rules\", \"codes\": \"problem\", \"label\": \"x\" }, { \"id\": \"partner\",");

        Assert.AreEqual("\"track\" would stay empty: rules work out fields of the form, none of the rows of \"orientations\".", plugin.OnlyFault().Sentence);
    }

    [TestMethod]
    public void A_value_derived_for_a_field_that_is_not_computed_by_rules_goes_nowhere()
    {
        using var plugin = new TempPlugin().WithCode("Working");

        Assert.IsEmpty(plugin.Load().Rules.Derive(Drafts.WithNote("une confidence")));
    }

    [TestMethod]
    [DataRow("TwoRules", "several classes that derive from SiteRules")]
    [DataRow("NoRules", "no public class that derives from SiteRules")]
    [DataRow("BrokenConstructor", "its constructor threw InvalidOperationException")]
    [DataRow("LostOverride", "LostRules.Greet overrides a member that this host does not have")]
    [DataRow("OtherAbi", "was built for another version of the host")]
    public void Code_that_cannot_serve_is_refused_at_the_key_that_names_it(string project, string reason)
    {
        using var plugin = new TempPlugin().WithCode(project);

        var fault = plugin.OnlyFault();
        Assert.StartsWith("site.json:3:", fault.ToString());
        Assert.Contains(reason, fault.Sentence);
    }

    [TestMethod]
    public void A_file_that_is_no_assembly_is_refused()
    {
        using var plugin = new TempPlugin().WithCode("Working");
        plugin.Write("bin/Working.dll", "not an assembly");

        Assert.Contains("not a .NET assembly", plugin.OnlyFault().Sentence);
    }

    [TestMethod]
    public void An_assembly_that_was_not_built_is_said_so()
    {
        using var plugin = new TempPlugin().WithCode("Working");
        File.Delete(Path.Combine(plugin.Folder, "bin", "Working.dll"));

        Assert.Contains("build the plugin first", plugin.OnlyFault().Sentence);
    }

    [TestMethod]
    public void A_folder_that_brings_its_own_contracts_is_refused()
    {
        using var plugin = new TempPlugin().WithCode("Working");
        File.Copy(typeof(SiteRules).Assembly.Location, Path.Combine(plugin.Folder, "bin", "Modular.Contracts.dll"));

        Assert.StartsWith("bin/Modular.Contracts.dll:0:0: ", plugin.OnlyFault().ToString());
    }

    [TestMethod]
    [DataRow("../Working.dll")]
    [DataRow("..\\\\Working.dll")]
    [DataRow("/etc/passwd.dll")]
    [DataRow("bin/Working.dll")]
    [DataRow(".dll")]
    public void An_assembly_outside_the_folder_is_refused(string name)
    {
        using var plugin = new TempPlugin().WithCode("Working");
        plugin.Replace("site.json", "\"Working.dll\"", $"\"{name}\"");

        Assert.Contains("is not allowed here", plugin.OnlyFault().Sentence);
    }

    [TestMethod]
    public void A_project_whose_assembly_is_not_named_is_refused()
    {
        using var plugin = new TempPlugin().Write("Minimal.csproj", "<Project />");

        Assert.Contains("names no \"assembly\"", plugin.OnlyFault().Sentence);
    }
}
