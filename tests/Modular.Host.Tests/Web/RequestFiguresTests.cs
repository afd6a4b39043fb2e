using Modular.Host.Web;
using Modular.Tests;

namespace Modular.Host.Tests.Web;

[TestClass]
public sealed class RequestFiguresTests
{
    private readonly Clock _clock = new("2026-11-27T10:00:00Z");

    [TestMethod]
    public void What_failed_comes_first_then_what_was_slow_then_what_was_asked_most()
    {
        var figures = new RequestFigures(_clock);
        figures.Count("/", 200, 10);
        figures.Count("/", 200, 30);
        figures.Count("/saisines", 200, 1200);
        figures.Count("/situations/{id}", 503, 5);
        figures.Count("/situations/{id}", 403, 5);
        var hour = figures.LastHour();
        CollectionAssert.AreEqual(new[] { "/situations/{id}", "/saisines", "/" }, hour.Select(route => route.Route).ToArray());
        Assert.AreEqual(new RouteFigures(2, 1, 1, 0, 5), hour[0].Figures);
        Assert.AreEqual(new RouteFigures(1, 0, 0, 1, 1200), hour[1].Figures);
        Assert.AreEqual(new RouteFigures(2, 0, 0, 0, 30), hour[2].Figures);
    }

    [TestMethod]
    public void What_is_an_hour_old_counts_no_more()
    {
        var figures = new RequestFigures(_clock);
        figures.Count("/", 200, 10);
        _clock.Advance(TimeSpan.FromMinutes(59));
        figures.Count("/", 200, 20);
        Assert.AreEqual(2, figures.LastHour().Single().Figures.Requests);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.AreEqual(new RouteFigures(1, 0, 0, 0, 20), figures.LastHour().Single().Figures);
        _clock.Advance(TimeSpan.FromMinutes(60));
        Assert.IsEmpty(figures.LastHour());
    }
}
