using AngleSharp.Html.Parser;
using Modular.Benchmarks.Browsing;
using Modular.Benchmarks.Processes;

namespace Modular.Product.Tests.Serving;

/// <summary>What the sign-in page of a demonstration shows.</summary>
internal static class DemoSignIn
{
    /// <summary>An account of the demonstration, whose password is the same for all.</summary>
    public static Account Account(string login) => new(login, "Demonstration-2026");

    public static async Task<IReadOnlyList<Account>> ShownAsync(Uri address)
    {
        using var visitor = new Visitor(address);
        var page = new HtmlParser().ParseDocument(await visitor.ReadAsync("/connexion"));
        return [.. page.QuerySelectorAll("table tbody tr").Select(row => row.QuerySelectorAll("code")).Select(codes => new Account(codes[0].TextContent, codes[1].TextContent))];
    }
}
