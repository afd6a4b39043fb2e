using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Modular.Benchmarks.Browsing;

/// <summary>A control, or one choice of it.</summary>
/// <param name="IsSent">Whether a browser would send it as it stands.</param>
internal sealed record HtmlField(string Name, string Type, string Value, bool IsSent)
{
    public static HtmlField Read(IElement element) => element switch
    {
        IHtmlOptionElement { Parent: IHtmlSelectElement select } option => new(select.Name ?? "", "option", option.Value, option.IsSelected),
        IHtmlTextAreaElement area => new(area.Name ?? "", "textarea", area.Value, true),
        IHtmlInputElement input =>
            new(input.Name ?? "", input.Type, input.Value, input.Type is not ("checkbox" or "radio" or "submit" or "button" or "file") || input.IsChecked),
        _ => new("", element.LocalName, "", false),
    };
}
