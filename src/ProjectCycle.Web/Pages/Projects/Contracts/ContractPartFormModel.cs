using Microsoft.AspNetCore.Mvc.Filters;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Ledger;

namespace ProjectCycle.Web.Pages.Projects.Contracts;

/// <summary>The form of a row that hangs on a contract: it stands below the contract's address, and leads back to its sheet.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <typeparam name="TInput">The inputs.</typeparam>
public abstract class ContractPartFormModel<TRow, TInput>(ProjectPage projects, CurrentUser me, Texts texts, MoneyRows rows, SaveMoneyRow<TRow, TInput> save)
    : MoneyFormModel<TRow, TInput>(projects, me, texts, rows, save)
    where TRow : class, IMoneyRow
    where TInput : class, new()
{
    public Contract Contract { get; private set; } = null!;

    public override string Part => MoneyParts.Contracts;

    public override string Here => ProjectLinks.Contract(Project.Code, Contract.Id);

    protected override Right EditRight => Rights.EditContract;

    /// <summary>A contract that is not there, or not for this person, looks like a page that is not there.</summary>
    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
        base.OnPageHandlerExecutionAsync(context, async () =>
        {
            var id = Guid.TryParse((string?)RouteData.Values["contract"], out var given) ? given : Guid.Empty;
            if (await Rows.RowAsync<Contract>(id, Project.Id, HttpContext.RequestAborted) is { } contract)
            {
                Contract = contract;
                return await next();
            }
            context.Result = NotFound();
            return new PageHandlerExecutedContext(PageContext, context.Filters, context.HandlerMethod, context.HandlerInstance) { Canceled = true };
        });
}
