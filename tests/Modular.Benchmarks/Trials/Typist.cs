using System.Globalization;
using System.Net;
using Modular.Benchmarks.Browsing;
using Modular.Benchmarks.Data;
using Modular.Benchmarks.Processes;

namespace Modular.Benchmarks.Trials;

/// <summary>Somebody who goes back and forth between a few pages, and whose notes grow with every draft that is kept of them.</summary>
internal sealed class Typist(Account account)
{
    private const int Pages = 3;
    private const int AbandonedAfter = 25;
    private const int LongestNote = 8_000;

    /// <summary>By the page's address, the highest number that was acknowledged in its notes.</summary>
    private readonly Dictionary<string, int> _acknowledged = [];

    /// <summary>Pages whose abandoning was acknowledged.</summary>
    private readonly List<string> _abandoned = [];

    public int Acknowledged { get; private set; }

    public int Abandoned { get; private set; }

    /// <returns>How many drafts are older than what was acknowledged, and how many came back that were abandoned.</returns>
    public async Task<(int Lost, int Returned)> LookAsync(Uri address)
    {
        using var visitor = await Visitor.SignedInAsync(address, account);
        var (lost, returned) = (0, 0);
        foreach (var (page, number) in _acknowledged)
        {
            lost += NumberIn(await PageAsync(visitor, page)) < number ? 1 : 0;
        }

        foreach (var page in _abandoned)
        {
            returned += NumberIn(await PageAsync(visitor, page)) > 0 ? 1 : 0;
        }

        _abandoned.Clear();
        return (lost, returned);
    }

    public async Task TypeUntilKilledAsync(Uri address, SemaphoreSlim kept)
    {
        try
        {
            using var visitor = await Visitor.SignedInAsync(address, account);
            while (true)
            {
                while (_acknowledged.Count < Pages)
                {
                    _acknowledged[SituationPage.Opened() + "&site=" + YearOfSituations.Site] = 0;
                }

                foreach (var page in _acknowledged.Keys.ToList())
                {
                    await TypeAsync(visitor, page, kept);
                }
            }
        }
        catch (HttpRequestException)
        {
            // Killed under us: what was not acknowledged is not owed.
        }
    }

    private async Task TypeAsync(Visitor visitor, string page, SemaphoreSlim kept)
    {
        var form = await PageAsync(visitor, page);
        var number = Math.Max(NumberIn(form), _acknowledged[page]) + 1;
        if (number > AbandonedAfter)
        {
            // Asked for, it may be done although nobody says so any more.
            _acknowledged.Remove(page);
            using var left = await visitor.SendAsync(page, form.Typed("_action", "abandon"));
            _abandoned.Add(
                left.StatusCode == HttpStatusCode.Redirect ? page : throw new InvalidOperationException(
                    $"The draft was not abandoned: {(int)left.StatusCode}."));
            Abandoned++;
            return;
        }

        var note = string.Create(CultureInfo.InvariantCulture, $"{number} {new string('x', Math.Min(LongestNote, number * 400))}");
        using var answer = await visitor.SendAsync(page, form.Typed("note", note).Typed("_action", "draft"));
        if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "application/json")
        {
            throw new InvalidOperationException($"The draft was not kept: {(int)answer.StatusCode}.");
        }

        _acknowledged[page] = number;
        Acknowledged++;
        kept.Release();
    }

    private static async Task<HtmlForm> PageAsync(Visitor visitor, string page) => HtmlForm.With(await visitor.ReadAsync(page), field => field.Name == "note");

    private static int NumberIn(HtmlForm form) =>
        int.TryParse(form.Values.FirstOrDefault(field => field.Key == "note").Value?.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
