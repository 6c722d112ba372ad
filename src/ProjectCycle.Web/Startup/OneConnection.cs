using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;

namespace ProjectCycle.Web.Startup;

/// <summary>
/// One connection for the whole page on SQLite. EF takes and returns one for every query, and setting it up costs as much as a
/// small query. PostgreSQL's connections are few and are given back between queries.
/// </summary>
internal sealed class OneConnection(AppDbContext db) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (db.Database.IsSqlite())
            await db.Database.OpenConnectionAsync(context.HttpContext.RequestAborted);
        await next();
    }
}
