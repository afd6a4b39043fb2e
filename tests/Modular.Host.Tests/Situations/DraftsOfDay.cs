using AngleSharp.Html.Parser;

namespace Modular.Host.Tests.Situations;

/// <summary>« À reprendre » on the day page.</summary>
internal sealed record DraftsOfDay(IReadOnlyList<string> Titles, IReadOnlyList<string> Addresses, IReadOnlyList<string> Ids)
{
    public static async Task<DraftsOfDay> ReadAsync(HttpClient client)
    {
        var lines = new HtmlParser().ParseDocument(await client.GetStringAsync(new Uri("/", UriKind.Relative))).QuerySelectorAll(".drafts > li");
        return new(
            [.. lines.Select(line => string.Join(' ', line.QuerySelector("p")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))],
            [.. lines.Select(line => line.QuerySelector("a")?.GetAttribute("href")).OfType<string>()],
            [.. lines.Select(line => line.QuerySelector("input[name=brouillon]")!.GetAttribute("value")!)]);
    }
}
