namespace Modular.Host.Web;

/// <summary>Refuses an address that holds a character which no page sends, no form can hold, and not every database takes.</summary>
internal sealed class QueryTextMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Query.Any(pair => IsUnreadable(pair.Key) || pair.Value.Any(IsUnreadable)))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    public static bool IsUnreadable(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;
}
