using System.Text.Encodings.Web;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Modular.Forms;

namespace Modular.Intake.Tests.Forms;

[TestClass]
public sealed class FormHtmlTests
{
    [TestMethod]
    public void Every_control_has_a_label_and_every_identifier_is_unique()
    {
        foreach (var form in TestSites.Pantin.Forms.Keys)
        {
            var page = Page(Typing.Read(TestSites.Pantin, form));
            var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
            CollectionAssert.AllItemsAreUnique(ids);
            foreach (var control in page.QuerySelectorAll("input, select, textarea"))
            {
                Assert.IsTrue(
                    page.QuerySelector($"label[for='{control.Id}']") is not null || control.Closest("label") is not null, $"{form}: {control.Id} has no label");
            }
        }
    }

    [TestMethod]
    public void What_was_typed_is_encoded_and_comes_back_as_it_was()
    {
        const string nasty = "</textarea><script>alert(1)</script>\n\"&'";
        var page = Page(Typing.Saved(("note", nasty), ("code_word", "\"><b>"), ("safe_phone", "06 00 00 00 00")));
        Assert.IsNull(page.QuerySelector("script, b"));
        Assert.AreEqual(nasty, ((IHtmlTextAreaElement)page.GetElementById("note")!).Value);
        Assert.AreEqual("\"><b>", ((IHtmlInputElement)page.GetElementById("code_word")!).Value);
    }

    [TestMethod]
    public void A_hidden_branch_is_there_hidden_with_what_was_typed_in_it()
    {
        var page = Page(Typing.Saved(("problem", "logement"), ("violence_forms", "physiques")));
        Assert.IsTrue(page.QuerySelector("[data-field=violence_forms]")!.HasAttribute("hidden"));
        Assert.IsTrue(((IHtmlInputElement)page.GetElementById("violence_forms-physiques")!).IsChecked);
    }

    [TestMethod]
    public void An_error_is_announced_by_its_control()
    {
        var page = Page(Typing.Saved(("children_in_home", "beaucoup")));
        var control = page.GetElementById("children_in_home")!;
        Assert.AreEqual("true", control.GetAttribute("aria-invalid"));
        Assert.Contains("children_in_home-error", control.GetAttribute("aria-describedby")!);
        Assert.IsNotNull(page.GetElementById("children_in_home-error"));
        Assert.AreEqual("beaucoup", ((IHtmlInputElement)control).Value);
    }

    [TestMethod]
    public void Without_script_a_question_that_opens_others_has_a_button_that_does_it() =>
        Assert.Contains("value=\"refresh\"", Page(Typing.Saved()).QuerySelector("[data-field=problem] noscript")!.InnerHtml);

    [TestMethod]
    public void Nothing_typed_is_offered_to_the_browser_to_remember() =>
        Assert.IsTrue(
            Page(Typing.Saved())
                .QuerySelectorAll("input[type=text], input[type=tel], input[type=email], input[type=date]")
                .All(input => input.GetAttribute("autocomplete") == "off"));

    [TestMethod]
    public void A_form_rendered_and_posted_back_reads_the_same()
    {
        var reading = Typing.Saved(
            ("person.last_name", "Exemple-Témoin"),
            ("problem", "violences_conjugales"),
            ("violence_forms", "verbales"),
            ("children_in_home", "2"),
            ("children_present", "~not_asked"));
        var posted = Page(reading).QuerySelectorAll("input, select, textarea").OfType<IHtmlElement>().SelectMany(Values).ToArray();
        Assert.AreEqual(reading.Answers, Typing.Situation(TestSites.Dunkerque, posted).Answers);
    }

    private static IEnumerable<(string, string)> Values(IHtmlElement control) => control switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox" } box => box.IsChecked ? [(box.Name!, box.Value)] : [],
        IHtmlInputElement input => [(input.Name!, input.Value)],
        IHtmlSelectElement select => [(select.Name!, select.Value ?? "")],
        IHtmlTextAreaElement area => [(area.Name!, area.Value)],
        _ => [],
    };

    private static IHtmlDocument Page(FormReading reading)
    {
        using var writer = new StringWriter();
        new FormHtml(reading).WriteTo(writer, HtmlEncoder.Default);
        return new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument(writer.ToString());
    }
}
