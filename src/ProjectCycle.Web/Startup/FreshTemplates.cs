using ProjectCycle.Features.Cycles;

namespace ProjectCycle.Web.Startup;

/// <summary>
/// Lets a node learn what another one published or retired: before a request, when the last look was a while ago. One small
/// query then; a version met sooner, because a project is pinned to it, is fetched by the catalogue itself.
/// </summary>
internal sealed class FreshTemplates(RequestDelegate next, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private long _nextLook = clock.GetUtcNow().Add(Pause).Ticks;

    public async Task InvokeAsync(HttpContext context)
    {
        var (now, due) = (clock.GetUtcNow(), Interlocked.Read(ref _nextLook));

        // Whoever moves the hand looks; the others go on with what is known.
        if (now.Ticks >= due && Interlocked.CompareExchange(ref _nextLook, now.Add(Pause).Ticks, due) == due)
            await context.RequestServices.GetRequiredService<TemplateCatalog>().RefreshAsync(context.RequestAborted);
        await next(context);
    }
}
