using Microsoft.AspNetCore.Authorization;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Agreements;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>A new addition or cancellation, or one to change.</summary>
[Authorize(Policy = "money.agreement.edit")]
public sealed class AmountChangeModel(ProjectPage projects, CurrentUser me, Texts texts, MoneyRows rows, SaveAmountChange save)
    : FinancingRowModel<AmountChange, AmountChangeInput>(projects, me, texts, rows, save)
{
    protected override string Name => "change";
}
