using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Advance;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Advance;

/// <summary>A line of the bank's statement: entered by hand, or told what it is.</summary>
[Authorize(Policy = "money.withdrawal.edit")]
public sealed class LineModel(ProjectPage projects, CurrentUser me, Texts texts, MoneyRows rows, SaveStatementLine save, Show show)
    : AccountPartFormModel<StatementLine, StatementLineInput>(projects, me, texts, rows, save)
{
    /// <summary>What the bank wrote, of an imported line; null for one entered by hand.</summary>
    public StatementLine? Written { get; private set; }

    /// <summary>Invoices paid from the account.</summary>
    public IReadOnlyList<SelectListItem> Invoices { get; private set; } = [];

    protected override string Name => "statement-line";

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        if (Id is { } id && await Rows.RowAsync<StatementLine>(id, Project.Id, cancellation) is { IsImported: true } line)
            Written = line;
        var paid = await Rows.Of<Invoice>().Where(i => i.FinancingId == Account.FinancingId && i.PaidFrom == PaymentSource.AdvanceAccount)
            .OrderByDescending(i => i.PaidOn).ThenBy(i => i.Number).ToListAsync(cancellation);
        Invoices = [new SelectListItem(Texts["statement-line.invoice.none"], ""), .. paid.Select(i => new SelectListItem($"{i.Number} · {i.Payee} · {show.Money(i.GrossAmount)}", $"{i.Id}"))];
    }

    protected override Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation)
    {
        Input = Input with { AccountId = Account.Id };
        return base.SaveAsync(cancellation);
    }
}
