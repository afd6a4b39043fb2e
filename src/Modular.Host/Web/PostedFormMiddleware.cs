using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Modular.Host.Pages;

namespace Modular.Host.Web;

/// <summary>What is posted here is a form, and one that can be read: anything else is refused before a page counts on it.</summary>
internal sealed class PostedFormMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        // The page that says what went wrong comes by here too.
        var isAgain = context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
        if (HttpMethods.IsPost(request.Method) && !isAgain)
        {
            if (!request.HasFormContentType)
            {
                context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
                return;
            }

            try
            {
                var form = await request.ReadFormAsync(context.RequestAborted);
                if (form.Any(field => field.Value.Any(QueryTextMiddleware.IsUnreadable)))
                {
                    // Of a form in one part, the framework says so itself.
                    throw new InvalidDataException("A field holds a character that no form can hold.");
                }
            }
            catch (Exception failure) when (failure is InvalidDataException or BadHttpRequestException)
            {
                // Too long, cut off, or with a character that no form can hold: the page that is shown instead reads no more of it.
                context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
                context.Response.StatusCode = failure is BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status413PayloadTooLarge;
                return;
            }
        }

        await next(context);
    }
}

/// <summary>A page that has nothing to do with what was posted to it says so, rather than to be shown without what it needs.</summary>
internal sealed class UnhandledPostFilter : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var method = context.HttpContext.Request.Method;
        if (context.HandlerMethod is null && context.HandlerInstance is not ErreurModel && !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
