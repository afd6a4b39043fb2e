using Scriban.Parsing;
using Scriban.Syntax;

namespace Modular.Reporting.Templates.Checking;

/// <summary>What cannot be read at all: expressions that are not closed, blocks without an end.</summary>
internal static class SyntaxCheck
{
    private static readonly BilingualText NotClosed = new(
        "this expression is not closed: }} is missing.", "Cette expression n’est pas fermée\u202F: il manque }}.");

    private static readonly BilingualText Escape = new(
        "{%{ … }%} is refused: to write two braces, write {{ \"{{\" }}.",
        "{%{ … }%} est refusé\u202F: pour écrire deux accolades, écrivez {{ \"{{\" }}.");

    public static IReadOnlyList<TemplateFault> Of(ReportTemplate template)
    {
        var text = template.Source.Text;
        var faults = text.Index()
            .Where(letter => IsRefused(letter.Item))
            .Select(letter => new TemplateFault(letter.Index, MarkupMessages.Character))
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
                faults.Add(new(token.Start.Offset, Escape));
            }
        }

        if (open is { } left)
        {
            faults.Add(new(left, NotClosed));
        }

        var errors = template.Parsed.Messages.Where(message => message.Type == ParserMessageType.Error);
        return faults.Count > 0 ? faults : [.. errors.Select(message => Told(template, message))];
    }

    private static bool IsRefused(char letter) => letter is TemplateSource.Blank or '\uFEFF' or '\uFFFE' or '\uFFFF'
        || (char.IsControl(letter) && letter is not ('\t' or '\r' or '\n'));

    /// <summary>The engine tells a missing end where it looked for it: the reader wants to know what was opened.</summary>
    private static TemplateFault Told(ReportTemplate template, LogMessage message)
    {
        var sentence = ScribanErrors.Of(message);
        var opened = sentence == ScribanErrors.NoEnd && template.Parsed.Page is { } page ? Blocks(page).FirstOrDefault(block => !Ends(block)) : null;
        return new((opened?.Span ?? message.Span).Start.Offset, sentence);
    }

    private static IEnumerable<ScriptNode> Blocks(ScriptNode node) =>
        node.Children.SelectMany(Blocks).Prepend(node).Where(one => one is ScriptIfStatement { IsElseIf: false }
            or ScriptLoopStatementBase or ScriptCaptureStatement or ScriptWrapStatement or ScriptCaseStatement or ScriptFunction);

    /// <summary>Whether its own end was found: that of a block within does not count.</summary>
    private static bool Ends(ScriptNode node) => node.Children.Any(child => child is ScriptEndStatement || (IsPart(child) && Ends(child)));

    private static bool IsPart(ScriptNode node) => node.GetType().IsGenericType
        || node is ScriptBlockStatement or ScriptElseStatement or ScriptWhenStatement or ScriptIfStatement { IsElseIf: true };
}
