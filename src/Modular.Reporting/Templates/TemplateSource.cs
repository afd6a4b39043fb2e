using Modular.Contracts.Reports;
using Modular.Sites;
using Scriban.Parsing;

namespace Modular.Reporting.Templates;

/// <summary>A template's text: the places of its characters, and which of them are text and which are expressions.</summary>
internal sealed class TemplateSource(string file, string text)
{
    /// <summary>Stands for a character of an expression where only the text around is judged. No template holds it.</summary>
    public const char Blank = '\uE000';

    private readonly int[] _lines = [0, .. Enumerable.Range(0, text.Length).Where(at => text[at] == '\n').Select(at => at + 1)];

    public static TemplateSource Of(ReportDefinition report) => new($"reports/{report.Id}.html", report.Template);

    public string Text => text;

    /// <summary>The text with its expressions blanked out, as long as the original: nothing moves.</summary>
    public string Skeleton => new(Tokens().Where(token => token.Type == TokenType.Raw).Aggregate(
        new string(Blank, text.Length).ToCharArray(),
        (skeleton, raw) =>
        {
            text.CopyTo(raw.Start.Offset, skeleton, raw.Start.Offset, raw.End.Offset - raw.Start.Offset + 1);
            return skeleton;
        }));

    public IEnumerable<Token> Tokens() => new Lexer(text, file);

    public Fault Fault(TemplateFault fault)
    {
        var found = Array.BinarySearch(_lines, Math.Clamp(fault.At, 0, text.Length));
        var line = found >= 0 ? found : ~found - 1;
        return new(file, line + 1, fault.At - _lines[line] + 1, fault.Sentence.English) { French = fault.Sentence.French };
    }
}
