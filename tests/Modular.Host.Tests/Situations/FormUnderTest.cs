using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Modular.Host.Tests.Situations;

/// <summary>A page's form as a browser without JavaScript holds it: what stands in its fields, and what is typed over it.</summary>
internal sealed class FormUnderTest
{
    private readonly Dictionary<string, string> _fields;

    private FormUnderTest(string address, Dictionary<string, string> fields) => (Address, _fields) = (address, fields);

    public string Address { get; }

    public string this[string field]
    {
        get => _fields.GetValueOrDefault(field, "");
        set => _fields[field] = value;
    }

    public static async Task<FormUnderTest> OpenAsync(HttpClient client, string page, string holds = "_id")
    {
        using var answer = await client.GetAsync(new Uri(page, UriKind.Relative));
        return await ReadAsync(answer.EnsureSuccessStatusCode(), page, holds);
    }

    public static async Task<FormUnderTest> ReadAsync(HttpResponseMessage answer, string page, string holds = "_id") =>
        Read(await answer.Content.ReadAsStringAsync(), page, holds);

    public Task<HttpResponseMessage> SendAsync(HttpClient client, string action = "save")
    {
        var content = new FormUrlEncodedContent(_fields.Append(new("_action", action)).Where(field => field.Value.Length > 0).DistinctBy(field => field.Key));
        return client.PostAsync(new Uri(Address, UriKind.Relative), content);
    }

    private static FormUnderTest Read(string html, string page, string holds)
    {
        var form = new HtmlParser()
            .ParseDocument(html)
            .QuerySelectorAll("main form")
            .FirstOrDefault(form => form.QuerySelector($"[name='{holds}']") is not null)
            ?? throw new AssertFailedException($"{page} holds no form with {holds}.");
        var fields = new Dictionary<string, string>();
        foreach (var field in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var (name, value) = field switch
            {
                IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => ("", ""),
                IHtmlInputElement input => (input.Name!, input.Value),
                IHtmlTextAreaElement area => (area.Name!, area.Value),
                IHtmlSelectElement select => (select.Name!, select.Value ?? ""),
                _ => ("", ""),
            };
            if (name.Length > 0 && value.Length > 0)
            {
                fields[name] = value;
            }
        }

        return new FormUnderTest(form.GetAttribute("action") is { Length: > 0 } action ? action : page, fields);
    }
}
