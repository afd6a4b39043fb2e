using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Modular.Host.Web;

/// <summary>Puts the antiforgery token in every form that posts: the framework leaves it out of those that have an <c>action</c>.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostForm(IHtmlGenerator generator) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>After the framework's own, before the one that ends the form.</summary>
    public override int Order => -950;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        // First what is inside: a token written there is not written twice.
        await output.GetChildContentAsync();
        if (context.AllAttributes.ContainsName("action") && generator.GenerateAntiforgery(ViewContext) is { } token)
        {
            output.PostContent.AppendHtml(token);
        }
    }
}
