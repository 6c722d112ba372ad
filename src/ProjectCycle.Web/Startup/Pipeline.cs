using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Web.Documents;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Security;

namespace ProjectCycle.Web.Startup;

/// <summary>What a request passes through, outermost first.</summary>
internal static class Pipeline
{
    public static WebApplication UsePipeline(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseHsts(); // speaks only on https
        app.UseWhen(HasNul, nobody => nobody.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }));
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<Viewers>();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseMiddleware<LargeUploads>();
        app.UseWhen(context => context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null, pages => pages.UseMiddleware<FreshTemplates>());

        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = BackgroundHealth.WriteAsync }).AllowAnonymous();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }

    /// <summary>A NUL in an address is nobody's search: PostgreSQL takes none in a text.</summary>
    private static bool HasNul(HttpContext context) => context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true;
}
