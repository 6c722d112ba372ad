using Microsoft.AspNetCore.Authorization;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Agreements;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>A new category of expenditure, or one to change.</summary>
[Authorize(Policy = "money.agreement.edit")]
public sealed class CategoryModel(ProjectPage projects, CurrentUser me, Texts texts, MoneyRows rows, SaveCategory save)
    : FinancingRowModel<ExpenditureCategory, CategoryInput>(projects, me, texts, rows, save)
{
    protected override string Name => "category";
}
