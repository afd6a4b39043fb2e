using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Modular.Benchmarks.Browsing;

/// <summary>The generated form of a new situation, filled as in an emergency: what is needed to save, a name and a problem.</summary>
internal static partial class SituationPage
{
    /// <summary>As the link on every page has it.</summary>
    public const string New = "/situations/nouvelle";

    /// <summary>As it is found again, under the identifier that what is saved from it will have.</summary>
    public static string Opened() => $"{New}?fiche={Guid.NewGuid():N}";

    public static async Task<HtmlForm> FilledAsync(Visitor visitor, DateOnly referredOn) => Filled(await visitor.ReadAsync(New), referredOn);

    public static HtmlForm Filled(string html, DateOnly referredOn)
    {
        var form = HtmlForm.With(html, field => field.Name == "referred_on");
        form = form.Typed("referred_on", referredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Typed("person.last_name", "Essai")
            .Typed("problem", form.First("problem")).Typed("_action", "save");
        return form.Fields.Any(field => field is { Name: "station", Type: "radio" or "option" }) ? form.Typed("station", form.First("station")) : form;
    }

    /// <summary>The addresses of the situations on a page of a list.</summary>
    public static IReadOnlyList<string> Listed(string html) => [.. FicheLink().Matches(html).Select(link => link.Groups["address"].Value)];

    /// <summary>Where the saved situation is: the server has acknowledged it.</summary>
    /// <exception cref="InvalidOperationException">The form came back, or worse.</exception>
    public static async Task<string> SaveAsync(Visitor visitor, HtmlForm form)
    {
        using var answer = await visitor.SendAsync(form.Action!, form);
        if (answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther && answer.Headers.Location?.OriginalString is { } place && place.Contains("/situations/", StringComparison.Ordinal))
        {
            return place;
        }

        var errors = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelectorAll(".error, h1")
            .Select(element => element.TextContent.Trim());
        throw new InvalidOperationException($"The situation was not saved: {(int)answer.StatusCode} {answer.Headers.Location} {string.Join("; ", errors)}");
    }

    [GeneratedRegex("href=\"(?<address>/situations/[0-9a-f]{32})\"")]
    private static partial Regex FicheLink();
}
