using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Rendering;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Contracts;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Ledger;

namespace ProjectCycle.Web.Pages.Projects.Contracts;

/// <summary>A new contract or package of the plan, or one to change.</summary>
[Authorize(Policy = "money.contract.edit")]
public sealed class ContractModel(ProjectPage projects, CurrentUser me, Texts texts, MoneyRows rows, SaveContract save, LedgerChoices choices)
    : MoneyFormModel<Contract, ContractInput>(projects, me, texts, rows, save)
{
    private const string Removal = "Remove";

    public override string Part => MoneyParts.Contracts;

    /// <summary>The sheet of a contract that is there; the register for a new one, and for one that goes.</summary>
    public override string Here => Id is { } id && Request.Query["handler"] != Removal ? ProjectLinks.Contract(Project.Code, id) : base.Here;

    public IReadOnlyList<SelectListItem> Categories { get; private set; } = [];

    protected override string Name => "contract";

    protected override Right EditRight => Rights.EditContract;

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation)
    {
        if (IsNew)
            Input = Input with { FinancingId = await choices.FinancingOfAsync(Input.CategoryId, Project.Id, cancellation) };
        return await base.SaveAsync(cancellation);
    }

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        var financings = await Rows.FinancingsAsync(Project.Id, cancellation);
        if (IsNew && HttpMethods.IsGet(Request.Method))
        {
            var chosen = financings.FirstOrDefault(row => $"{row.Financing.Id}" == Request.Query["financing"]) ?? (financings.Count > 0 ? financings[0] : null);
            Input = Input with { FinancingId = chosen?.Financing.Id, CurrencyCode = chosen?.Financing.CurrencyCode ?? "IDR", Percentage = 100 };
        }
        Categories = await choices.CategoriesAsync(Project.Id, IsNew ? null : Input.FinancingId, financings, Texts["form.choose"], cancellation);
    }
}
