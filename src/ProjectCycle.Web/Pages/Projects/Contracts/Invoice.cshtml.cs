using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Rendering;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Contracts;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Ledger;

namespace ProjectCycle.Web.Pages.Projects.Contracts;

/// <summary>A new invoice, or one to change.</summary>
[Authorize(Policy = "money.contract.edit")]
public sealed class InvoiceModel(ProjectPage projects, CurrentUser me, Texts texts, MoneyRows rows, SaveInvoice save, LedgerChoices choices, DocumentQueries documents)
    : MoneyFormModel<Invoice, InvoiceInput>(projects, me, texts, rows, save)
{
    public override string Part => MoneyParts.Invoices;

    public IReadOnlyList<FinancingRow> Financings { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Contracts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Categories { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Documents { get; private set; } = [];

    protected override string Name => "invoice";

    protected override Right EditRight => Rights.EditContract;

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        Financings = await Rows.FinancingsAsync(Project.Id, cancellation);
        if (IsNew && HttpMethods.IsGet(Request.Method))
            Input = await FreshAsync(cancellation);
        Contracts = await choices.ContractsAsync(Project.Id, Input.ContractId, Texts["invoice.running-costs"], cancellation);
        Categories = await choices.CategoriesAsync(Project.Id, IsNew ? null : Input.FinancingId, Financings, Texts["invoice.category.of-contract"], cancellation);
        Documents =
        [
            new SelectListItem(Texts["invoice.document.none"], ""),
            .. (await documents.ListAsync(Project.Id, cancellation)).OrderBy(document => document.Title).Select(document => new SelectListItem(document.Title, $"{document.Id}")),
        ];
    }

    private async Task<InvoiceInput> FreshAsync(CancellationToken cancellation)
    {
        var contract = Guid.TryParse(Request.Query["contract"], out var id) ? await Rows.RowAsync<Contract>(id, Project.Id, cancellation) : null;
        var financing = Financings.FirstOrDefault(row => $"{row.Financing.Id}" == Request.Query["financing"]) ?? (Financings.Count > 0 ? Financings[0] : null);
        return Input with
        {
            ContractId = contract?.Id,
            FinancingId = contract?.FinancingId ?? financing?.Financing.Id,
            CurrencyCode = contract?.CurrencyCode ?? "IDR",
        };
    }
}
