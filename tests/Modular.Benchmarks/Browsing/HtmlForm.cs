using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Modular.Benchmarks.Browsing;

/// <summary>A form of a page with what a browser without JavaScript would send: its values as they stand, and what was typed over them.</summary>
internal sealed record HtmlForm(string? Action, IReadOnlyList<KeyValuePair<string, string>> Values, IReadOnlyList<HtmlField> Fields)
{
    /// <summary>The form of the page that holds a field; the sign-out button in the header is a form as well.</summary>
    public static HtmlForm With(string html, Func<HtmlField, bool> field)
    {
        var page = new HtmlParser().ParseDocument(html);
        return page.Forms.Select(Read).FirstOrDefault(form => form.Fields.Any(field))
            ?? throw new InvalidOperationException($"The page '{page.Title}' has no such form.");
    }

    public HtmlForm Typed(string name, string value) =>
        this with { Values = [.. Values.Where(pair => pair.Key != name), new(name, value)] };

    public string First(string name) => Fields.First(field => field.Name == name && field.Value.Length > 0).Value;

    private static HtmlForm Read(IHtmlFormElement form)
    {
        var fields = form.QuerySelectorAll("input, textarea, select option").Select(HtmlField.Read).Where(field => field.Name.Length > 0).ToList();
        return new HtmlForm(
            form.GetAttribute("action"), [.. fields.Where(field => field.IsSent).Select(field => KeyValuePair.Create(field.Name, field.Value))], fields);
    }
}
