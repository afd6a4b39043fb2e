using System.Globalization;
using Modular.Reporting.Formats;

namespace Modular.Reporting.Charts;

/// <summary>Read without colours, without a mouse and by a screen reader: two tones that stand out on white and black, nothing on hovering.</summary>
internal sealed class Svg
{
    public const int Width = 480;
    public const string First = "#4a6fb5";
    public const string Second = "#b8651b";
    public const string Third = "#5f8f3f";

    private readonly HtmlWriter _html = new();

    public static HtmlWriter Draw(string name, string title, string description, int height, Action<Svg> draw)
    {
        var svg = new Svg();
        svg._html.Open(
            "svg",
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {height}")),
            ("width", Plain(Width)),
            ("height", Plain(height)),
            ("role", "img"),
            ("aria-labelledby", $"{name}-title {name}-desc"),
            ("font-size", "14"));
        svg._html.Element("title", title, ("id", $"{name}-title")).Element("desc", description, ("id", $"{name}-desc"));
        draw(svg);
        return svg._html.Close("svg");
    }

    public void Bar(decimal x, decimal y, decimal width, decimal height, string colour) =>
        _html.Open("rect", ("x", Plain(x)), ("y", Plain(y)), ("width", Plain(Math.Max(width, 1))), ("height", Plain(height)), ("fill", colour)).Close("rect");

    public void Text(decimal x, decimal y, string text, string? anchor = null, bool strong = false) =>
        _html.Element(
            "text",
            text,
            ("x", Plain(x)), ("y", Plain(y)), ("fill", "currentColor"), ("text-anchor", anchor), ("font-weight", strong ? "600" : null));

    public void Line(decimal x1, decimal y1, decimal x2, decimal y2, string colour = "currentColor", decimal width = 1, string? dashes = null) =>
        _html.Open(
            "line",
            ("x1", Plain(x1)), ("y1", Plain(y1)), ("x2", Plain(x2)), ("y2", Plain(y2)),
            ("stroke", colour), ("stroke-width", Plain(width)), ("stroke-dasharray", dashes)).Close("line");

    public void Dot(decimal x, decimal y, string colour) =>
        _html.Open("circle", ("cx", Plain(x)), ("cy", Plain(y)), ("r", "3.5"), ("fill", colour)).Close("circle");

    private static string Plain(decimal number) => Math.Round(number, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
