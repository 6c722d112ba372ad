using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Advance;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Advance;

/// <summary>A reconciliation sheet: a new one begins with what the ledger and the statement say; one without a gap may be called reconciled.</summary>
[Authorize(Policy = "money.withdrawal.edit")]
public sealed class ReconciliationModel(
    ProjectPage projects, CurrentUser me, Texts texts, MoneyRows rows, SaveReconciliation save, AdvanceReckoning reckoning, DocumentQueries documents)
    : AccountPartFormModel<AccountReconciliation, ReconciliationInput>(projects, me, texts, rows, save)
{
    /// <summary>The day a new sheet is of.</summary>
    [BindProperty(SupportsGet = true, Name = "on")]
    public DateOnly? Asked { get; set; }

    /// <summary>The sheet as it is stored; null for a new one.</summary>
    public AccountReconciliation? Stored { get; private set; }

    /// <summary>What the ledger and the statement say on the sheet's day.</summary>
    public AdvanceFigures Figures { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Documents { get; private set; } = [];

    protected override string Name => "reconciliation";

    public async Task<IActionResult> OnPostReconcileAsync(CancellationToken cancellation) =>
        Id is { } id ? Answer(await save.ReconcileAsync(id, Version, cancellation), "reconciliation.saved", Texts) : NotFound();

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        if (Id is { } id)
            Stored = await Rows.RowAsync<AccountReconciliation>(id, Project.Id, cancellation);
        Figures = await reckoning.OnAsync(Account, Input.On ?? Asked ?? View.Today, cancellation);
        if (IsNew && HttpMethods.IsGet(Request.Method))
            Input = SaveReconciliation.From(Account, Asked ?? View.Today, Figures.Sheet);
        Documents =
        [
            new SelectListItem(Texts["invoice.document.none"], ""),
            .. (await documents.ListAsync(Project.Id, cancellation)).OrderBy(document => document.Title).Select(document => new SelectListItem(document.Title, $"{document.Id}")),
        ];
    }

    protected override Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation)
    {
        Input = Input with { AccountId = Account.Id };
        return base.SaveAsync(cancellation);
    }
}
