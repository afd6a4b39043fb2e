using AngleSharp.Html;
using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Modular.Reporting.Templates.Checking;

/// <summary>Judges HTML as a parser reads it. Every tag closes where it was opened: a part left out or repeated changes nothing around it.</summary>
internal sealed class MarkupCheck
{
    private const int Deepest = 60;
    private const string Before = "<!doctype html><html lang=\"fr\"><head><title>x</title></head><body>";
    private const string After = "</body></html>";

    private readonly string _html;
    private readonly Stack<(string Name, int At)> _open = [];
    private readonly Dictionary<string, int> _places = [];
    private readonly List<(string Place, int At)> _links = [];
    private readonly List<TemplateFault> _faults = [];
    private readonly List<(int At, int Step)> _tags = [];

    private MarkupCheck(string html) => _html = html;

    /// <summary>Where elements open (+1) and close (-1).</summary>
    public IReadOnlyList<(int At, int Step)> Tags => _tags;

    public IReadOnlyList<TemplateFault> Faults => _faults;

    /// <summary>By its tags alone: the text may hold <see cref="TemplateSource.Blank"/> where expressions are.</summary>
    public static MarkupCheck OfTags(string html)
    {
        var check = new MarkupCheck(html);
        check.Read();
        return check;
    }

    /// <summary>By its tags, then by where they are: no row outside a table, no table inside a paragraph.</summary>
    public static IReadOnlyList<TemplateFault> OfTree(string html)
    {
        var check = OfTags(html);
        return check.Faults.Count > 0 ? check.Faults : [.. Misplaced(html)];
    }

    /// <summary>Elements that are where a browser would move them elsewhere.</summary>
    public static IReadOnlyList<TemplateFault> Misplaced(string html)
    {
        var faults = new List<TemplateFault>();
        var parser = new HtmlParser();
        parser.Error += (_, error) =>
        {
            if (error is HtmlErrorEvent { } found)
            {
                faults.Add(new(Math.Clamp(found.Position.Index - Before.Length, 0, html.Length), MarkupMessages.Misplaced));
            }
        };
        using var document = parser.ParseDocument(Before + html + After);
        return faults;
    }

    private void Read()
    {
        var tokens = new HtmlTokenizer(new TextSource(_html), HtmlEntityProvider.Resolver);
        var last = 0;
        tokens.Error += (_, error) =>
        {
            if (error is HtmlErrorEvent { } found)
            {
                _faults.Add(MarkupMessages.OfTokenizer(found, _html, last));
            }
        };
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            last = token.Position.Index + 1;
            Judge(token);
        }

        _faults.AddRange(_open.Select(left => new TemplateFault(left.At, MarkupMessages.NotClosed(left.Name))));
        _faults.AddRange(_links.Where(link => !_places.ContainsKey(link.Place))
            .Select(link => new TemplateFault(link.At, MarkupMessages.NoSuchPlace(link.Place))));
    }

    private void Judge(HtmlToken token)
    {
        var at = token.Position.Index;
        switch (token)
        {
            case { Type: HtmlTokenType.Character }:
                break;
            case HtmlTagToken { Name: var name } when name.Contains(TemplateSource.Blank, StringComparison.Ordinal):
                _faults.Add(new(at, MarkupMessages.ExpressionInTag));
                break;
            case HtmlTagToken { Name: var name } when !AllowedMarkup.Has(name):
                _faults.Add(new(at, MarkupMessages.Element(name)));
                break;
            case HtmlTagToken { Type: HtmlTokenType.StartTag } start:
                Opens(start, at);
                break;
            case HtmlTagToken { Type: HtmlTokenType.EndTag } end:
                Closes(end, at);
                break;
            default:
                _faults.Add(new(at, MarkupMessages.Comment));
                break;
        }
    }

    private void Opens(HtmlTagToken tag, int at)
    {
        foreach (var attribute in tag.Attributes)
        {
            Judge(tag.Name, attribute);
        }

        if (AllowedMarkup.WithoutContent.Contains(tag.Name))
        {
            return;
        }

        if (tag.IsSelfClosing || _open.Count >= Deepest)
        {
            _faults.Add(new(at, tag.IsSelfClosing ? MarkupMessages.NotClosed(tag.Name) : MarkupMessages.TooDeep));
            return;
        }

        _open.Push((tag.Name, at));
        _tags.Add((at, 1));
    }

    private void Judge(string element, HtmlAttributeToken attribute)
    {
        var at = attribute.Position.Index;
        if ((attribute.Name + attribute.Value).Contains(TemplateSource.Blank, StringComparison.Ordinal))
        {
            _faults.Add(new(at, MarkupMessages.ExpressionInTag));
        }
        else if (AllowedMarkup.Refused(element, attribute.Name, attribute.Value) is { } refused)
        {
            _faults.Add(new(at, refused));
        }
        else if (attribute.Name == "href")
        {
            _links.Add((attribute.Value[1..], at));
        }
        else if (attribute.Name == "id" && !_places.TryAdd(attribute.Value, at))
        {
            _faults.Add(new(at, MarkupMessages.Twice(attribute.Value)));
        }
    }

    private void Closes(HtmlTagToken tag, int at)
    {
        if (!_open.TryPeek(out var opened) || opened.Name != tag.Name)
        {
            _faults.Add(new(at, MarkupMessages.ClosesNothing(tag.Name, opened.Name)));
            if (!_open.Any(one => one.Name == tag.Name))
            {
                return;
            }

            // What was left open within has been told.
            while (_open.Peek().Name != tag.Name)
            {
                _open.Pop();
            }
        }

        _open.Pop();
        _tags.Add((at, -1));
    }
}
