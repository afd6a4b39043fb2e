using System.Text.RegularExpressions;

namespace Modular.Reporting;

/// <summary>One expression of a template and where it stands.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Raw">True for <c>{{{</c> and <c>{{&amp;</c>, which would not be encoded.</param>
/// <param name="Words">Its words: bare ones, quoted ones with their quotes, parentheses, and <c>#</c> or <c>/</c> in front.</param>
internal sealed partial record Mustache(int Line, int Column, bool Raw, IReadOnlyList<string> Words)
{
    /// <summary>The expressions of a template in their order, comments left out; one that is never closed has no words.</summary>
    public static IEnumerable<Mustache> In(string template)
    {
        for (var at = template.IndexOf("{{", StringComparison.Ordinal); at >= 0; at = template.IndexOf("{{", at, StringComparison.Ordinal))
        {
            var (line, column) = Place(template, at);
            var closing = template.AsSpan(at).StartsWith("{{!--") ? "--}}" : "}}";
            var end = template.IndexOf(closing, at + 2, StringComparison.Ordinal);
            if (end < 0)
            {
                yield return new(line, column, false, []);
                yield break;
            }

            var inside = template[(at + 2)..end];
            at = end + closing.Length;
            if (inside.StartsWith('!'))
            {
                continue;
            }

            var raw = inside.StartsWith('{') || inside.TrimStart('~', ' ').StartsWith('&');
            yield return new(line, column, raw, [.. Word().Matches(inside).Select(match => match.Value)]);
        }
    }

    /// <summary>Line and column of a character, from 1.</summary>
    public static (int Line, int Column) Place(string template, int at)
    {
        var before = template.AsSpan(0, at);
        return (before.Count('\n') + 1, at - before.LastIndexOf('\n'));
    }

    [GeneratedRegex("""
        "[^"]*"|'[^']*'|[()#/^>&~]|[^\s()#/^>&~"']+
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Word();
}
