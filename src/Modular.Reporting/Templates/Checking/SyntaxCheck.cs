using Scriban.Parsing;
using Scriban.Syntax;

namespace Modular.Reporting;

/// <summary>What cannot be read at all: expressions that are not closed, blocks without an end.</summary>
internal static class SyntaxCheck
{
    private static readonly Sentence NotClosed = new("this expression is not closed: }} is missing.", "Cette expression n’est pas fermée\u202F: il manque }}.");

    private static readonly Sentence Escape = new(
        "{%{ … }%} is refused: to write two braces, write {{ \"{{\" }}.",
        "{%{ … }%} est refusé\u202F: pour écrire deux accolades, écrivez {{ \"{{\" }}.");

    public static IReadOnlyList<Flaw> Of(ReportTemplate template)
    {
        var text = template.Source.Text;
        var flaws = text.Index()
            .Where(letter => (char.IsControl(letter.Item) && letter.Item is not ('\t' or '\r' or '\n')) || letter.Item is TemplateSource.Blank or '\uFEFF' or '\uFFFE' or '\uFFFF')
            .Select(letter => new Flaw(letter.Index, MarkupSentences.Character))
            .ToList();
        int? open = null;
        foreach (var token in template.Source.Tokens())
        {
            open = token.Type switch
            {
                TokenType.CodeEnter => token.Start.Offset,
                TokenType.CodeExit => null,
                _ => open,
            };
            if (token.Type is TokenType.EscapeEnter)
            {
                flaws.Add(new(token.Start.Offset, Escape));
            }
        }

        if (open is { } left)
        {
            flaws.Add(new(left, NotClosed));
        }

        return flaws.Count > 0 ? flaws : [.. template.Parsed.Messages.Where(message => message.Type == ParserMessageType.Error).Select(message => Told(template, message))];
    }

    /// <summary>The engine tells a missing end where it looked for it: the reader wants to know what was opened.</summary>
    private static Flaw Told(ReportTemplate template, LogMessage message)
    {
        var sentence = Explanation.Of(message);
        var opened = sentence == Explanation.NoEnd && template.Parsed.Page is { } page ? Blocks(page).FirstOrDefault(block => !Ends(block)) : null;
        return new((opened?.Span ?? message.Span).Start.Offset, sentence);
    }

    private static IEnumerable<ScriptNode> Blocks(ScriptNode node) =>
        (node is ScriptIfStatement { IsElseIf: false } or ScriptLoopStatementBase or ScriptCaptureStatement or ScriptWrapStatement or ScriptCaseStatement or ScriptFunction ? new[] { node } : [])
        .Concat(node.Children.SelectMany(Blocks));

    /// <summary>Whether its own end was found: that of a block within does not count.</summary>
    private static bool Ends(ScriptNode node) => node.Children.Any(child =>
        child is ScriptEndStatement || ((child is ScriptBlockStatement or ScriptElseStatement or ScriptWhenStatement or ScriptIfStatement { IsElseIf: true } || child.GetType().IsGenericType) && Ends(child)));
}
