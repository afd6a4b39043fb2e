using System.Text.Encodings.Web;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Modular.Contracts.Forms;

namespace Modular.Forms.Tests;

[TestClass]
public sealed class FormHtmlTests
{
    [TestMethod]
    public void Every_kind_writes_itself_at_its_path_and_every_control_has_a_label()
    {
        var plan = SmallForms.OfEveryKind();
        var page = Page(plan, TypedAnswers.Empty);
        foreach (var field in plan.Form.Fields)
        {
            Assert.HasCount(1, page.QuerySelectorAll($"[data-field='{field.Id}'], [data-computed='{field.Id}']"), field.Id);
        }

        CollectionAssert.AllItemsAreUnique(page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList());
        Assert.IsTrue(page.QuerySelectorAll("input, select, textarea").All(
            control => page.QuerySelector($"label[for='{control.Id}']") is not null || control.Closest("label") is not null));
    }

    [TestMethod]
    public void A_form_written_twice_shows_each_time_what_was_typed_then()
    {
        var plan = SmallForms.Plan(SmallForms.Field("name", FieldKind.Text));
        Assert.AreEqual("un", ((IHtmlInputElement)Page(plan, SmallForms.Typed(("name", "un"))).GetElementById("name")!).Value);
        Assert.AreEqual("<deux>", ((IHtmlInputElement)Page(plan, SmallForms.Typed(("name", "<deux>"))).GetElementById("name")!).Value);
        Assert.AreEqual("", ((IHtmlInputElement)Page(plan, TypedAnswers.Empty).GetElementById("name")!).Value);
    }

    [TestMethod]
    public void A_retired_code_is_offered_only_where_it_stands_already()
    {
        var plan = SmallForms.Plan(SmallForms.Field("fruit", FieldKind.OneOf) with { Codes = "fruit" });
        Assert.IsNull(Page(plan, TypedAnswers.Empty).GetElementById("fruit-coing"));
        Assert.IsTrue(((IHtmlInputElement)Page(plan, SmallForms.Typed(("fruit", "coing"))).GetElementById("fruit-coing")!).IsChecked);
        Assert.IsNull(Page(plan, SmallForms.Typed(("fruit", "poire"))).GetElementById("fruit-coing"));
    }

    [TestMethod]
    public void Each_row_that_was_typed_stands_there_with_a_way_to_take_it_away_and_none_more_than_the_form_allows()
    {
        var plan = SmallForms.Plan(SmallForms.Field("rows", FieldKind.Group) with { MaxRows = 2, Fields = [SmallForms.Field("why", FieldKind.Text)] });
        var one = Page(plan, TypedAnswers.Empty);
        var two = Page(plan, SmallForms.Typed(("rows[0].why", "a"), ("rows[7].why", "b")));
        Assert.AreEqual("add:rows", string.Join(' ', one.QuerySelectorAll("button").Select(button => button.GetAttribute("value"))));
        Assert.AreEqual("remove:rows[0] remove:rows[7]", string.Join(' ', two.QuerySelectorAll("button").Select(button => button.GetAttribute("value"))));
        Assert.AreEqual("b", ((IHtmlInputElement)two.GetElementById("rows[7].why")!).Value);
    }

    [TestMethod]
    public void Another_encoder_encodes_the_fixed_parts_anew()
    {
        var plan = SmallForms.Plan(SmallForms.Field("é", FieldKind.YesNo));
        var reading = SmallForms.Read(plan, TypedAnswers.Empty);
        Assert.Contains("&#xE9;", Written(reading, HtmlEncoder.Default));
        Assert.Contains("é", Written(reading, HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All)));
    }

    private static IHtmlDocument Page(FormPlan plan, TypedAnswers typed) =>
        new HtmlParser().ParseDocument(Written(SmallForms.Read(plan, typed), HtmlEncoder.Default));

    private static string Written(FormReading reading, HtmlEncoder encoder)
    {
        using var writer = new StringWriter();
        new FormHtml(reading).WriteTo(writer, encoder);
        return writer.ToString();
    }
}
