using Microsoft.AspNetCore.Authorization;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Advance;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Ledger;

namespace ProjectCycle.Web.Pages.Projects.Advance;

/// <summary>The advance account of an agreement, new or to change.</summary>
[Authorize(Policy = "money.withdrawal.edit")]
public sealed class AccountModel(ProjectPage projects, CurrentUser me, Texts texts, MoneyRows rows, SaveAdvanceAccount save)
    : FinancingRowModel<AdvanceAccount, AdvanceAccountInput>(projects, me, texts, rows, save)
{
    public override string Part => MoneyParts.Advance;

    public override string Here => ProjectLinks.Money(Project.Code, Part);

    protected override string Name => "advance";

    protected override Right EditRight => Rights.EditWithdrawal;
}
