using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Text;
using Modular.Reporting.Formats;

namespace Modular.Reporting.Templates;

/// <summary>HTML that is encoded already, and passes as it is: a chart, a table, what a template captured.</summary>
internal sealed class EncodedHtml(string html)
{
    public string Html => html;

    /// <summary>What a function of texts gets of it: the text in it, which is encoded once more when it is written.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        var tokens = new HtmlTokenizer(new TextSource(html), HtmlEntityProvider.Resolver);
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            if (token.Type == HtmlTokenType.Character)
            {
                text.Append(token.Data);
            }
        }

        return text.ToString();
    }

    public override string ToString() => Text();

    public static EncodedHtml Of(string text) => new(HtmlWriter.Encode(text));
}
