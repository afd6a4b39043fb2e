using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Modular.Storage;

namespace Modular.Host.Web;

/// <summary>Every failure ends on a page in French that says what happened, what was kept and what to do.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        var data = app.Services.GetRequiredService<ServedData>();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/erreur",
            StatusCodeSelector = failure => failure switch
            {
                BadHttpRequestException refused => refused.StatusCode,
                _ when data.IsAway(failure) => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status500InternalServerError,
            },
        });
        app.UseStatusCodePagesWithReExecute("/erreur");
    }
}

/// <summary>Tells a form sent from a page that had expired from any other wrong request.</summary>
internal sealed class ExpiredPage : IAlwaysRunResultFilter
{
    private static readonly object Mark = new();

    public static bool IsCauseOf(HttpContext context) => context.Items.ContainsKey(Mark);

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.HttpContext.Items[Mark] = true;
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
