using System.Net;
using System.Text.RegularExpressions;

namespace Modular.Host.Tests;

/// <summary>Posts a form as a browser does: the page is read first, and its token sent back.</summary>
internal static partial class Forms
{
    /// <param name="page">Address of the page that holds the form.</param>
    /// <param name="handler">Address it is sent to, when it is another.</param>
    public static async Task<HttpResponseMessage> PostAsync(
        this HttpClient client, string page, IEnumerable<(string Name, string Value)> fields, string? handler = null)
    {
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        var token = Token().Match(html) is { Success: true } found
            ? WebUtility.HtmlDecode(found.Groups[1].Value)
            : throw new AssertFailedException($"{page} has no form.");
        using var form = new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await client.PostAsync(new Uri(handler ?? page, UriKind.Relative), form);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
