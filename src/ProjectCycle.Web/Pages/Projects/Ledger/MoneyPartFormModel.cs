using Microsoft.AspNetCore.Mvc.Filters;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>The form of a row that hangs on another row of the ledger: it stands below that one's address, and leads back to its sheet.</summary>
/// <typeparam name="TOwner">What it hangs on.</typeparam>
/// <typeparam name="TRow">The row.</typeparam>
/// <typeparam name="TInput">The inputs.</typeparam>
public abstract class MoneyPartFormModel<TOwner, TRow, TInput>(ProjectPage projects, CurrentUser me, Texts texts, MoneyRows rows, SaveMoneyRow<TRow, TInput> save)
    : MoneyFormModel<TRow, TInput>(projects, me, texts, rows, save)
    where TOwner : class, IMoneyRow
    where TRow : class, IMoneyRow
    where TInput : class, new()
{
    public TOwner Owner { get; private set; } = null!;

    /// <summary>The piece of the route that names it.</summary>
    protected abstract string OwnerKey { get; }

    /// <summary>What is not there, or not for this person, looks like a page that is not there.</summary>
    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
        base.OnPageHandlerExecutionAsync(context, async () =>
        {
            var id = Guid.TryParse((string?)RouteData.Values[OwnerKey], out var given) ? given : Guid.Empty;
            if (await Rows.RowAsync<TOwner>(id, Project.Id, HttpContext.RequestAborted) is { } owner)
            {
                Owner = owner;
                return await next();
            }
            context.Result = NotFound();
            return new PageHandlerExecutedContext(PageContext, context.Filters, context.HandlerMethod, context.HandlerInstance) { Canceled = true };
        });
}
