using Microsoft.AspNetCore.Http.Features;
using ProjectCycle.Web.Startup;

namespace ProjectCycle.Web.Documents;

/// <summary>
/// Answers an upload that is too large with a page in words. The server alone would end the connection while the browser is
/// still sending, and the browser would then show its own fault instead of ours: so the body is read to its end and dropped.
/// </summary>
internal sealed class LargeUploads(RequestDelegate next)
{
    /// <summary>Nobody attaches such a file by mistake: from here on the connection may end.</summary>
    private const long MaxDropped = 1024L * 1024 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.ContentLength is not (> ProgramSetup.MaxRequestBody and <= MaxDropped))
        {
            await next(context);
            return;
        }
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Request.ContentType = null; // nothing is left to be read as a form
        context.Request.ContentLength = 0;
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }
}
