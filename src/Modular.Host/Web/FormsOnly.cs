using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Modular.Host.Pages;

namespace Modular.Host.Web;

/// <summary>What is posted here is a form, and one that can be read: anything else is refused before a page counts on it.</summary>
internal sealed class FormsOnly(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        // The page that says what went wrong comes by here too.
        if (HttpMethods.IsPost(request.Method) && context.Features.Get<IStatusCodeReExecuteFeature>() is null && context.Features.Get<IExceptionHandlerFeature>() is null)
        {
            if (!request.HasFormContentType)
            {
                context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
                return;
            }

            try
            {
                await request.ReadFormAsync(context.RequestAborted);
            }
            catch (InvalidDataException)
            {
                // Longer than any answer may be, or with a character that no form can hold. The page that is shown instead is given no form.
                context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
                context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                return;
            }
            catch (BadHttpRequestException failure)
            {
                // Longer than any request may be, or cut off: the server reads no more of it, and neither may the page that is shown instead.
                context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
                context.Response.StatusCode = failure.StatusCode;
                return;
            }
        }

        await next(context);
    }
}

/// <summary>A page that has nothing to do with what was posted to it says so, rather than to be shown without what it needs.</summary>
internal sealed class NothingToPost : IPageFilter
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
