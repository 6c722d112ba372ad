using Microsoft.AspNetCore.Authorization;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Agreements;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>A new reallocation between categories, or one to change.</summary>
[Authorize(Policy = "money.agreement.edit")]
public sealed class ReallocationModel(ProjectPage projects, CurrentUser me, Texts texts, Show show, MoneyRows rows, SaveReallocation save, FinancingSheet sheet)
    : FinancingRowModel<Reallocation, ReallocationInput>(projects, me, texts, rows, save)
{
    /// <summary>The categories of the agreement, each with what is left in it.</summary>
    public IReadOnlyList<Choice> Categories { get; private set; } = [];

    protected override string Name => "reallocation";

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        if (Of is { } of)
        {
            Categories = [.. (await sheet.CategoriesAsync(of.Financing, cancellation))
                .Select(line => new Choice(line.Category.Id, Texts["reallocation.category", line.Category.Code, line.Category.Name, show.Money(line.Balance)]))];
        }
    }
}
