using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Modular.Jobs.Engine;

/// <summary>
/// A page of the engine within the content policy: its style attributes, which no browser would follow, are left out. What it only answers when it is posted to
/// is not there.
/// </summary>
internal sealed partial class DashboardPage(RequestDelegate engine)
{
    public async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path.Value!.EndsWith("/stats", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var body = context.Response.Body;
        using var written = new MemoryStream();
        context.Response.Body = written;
        try
        {
            await engine(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        var bytes = written.ToArray();
        if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
        {
            bytes = Encoding.UTF8.GetBytes(StyleAttribute().Replace(Encoding.UTF8.GetString(bytes), ""));
        }

        await body.WriteAsync(bytes, context.RequestAborted);
    }

    [GeneratedRegex("(?<=<[^<>]*) style=\"[^\"]*\"")]
    private static partial Regex StyleAttribute();
}
