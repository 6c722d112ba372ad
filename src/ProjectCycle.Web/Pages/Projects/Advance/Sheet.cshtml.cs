using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger.Advance;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Pages.Projects.Ledger;

namespace ProjectCycle.Web.Pages.Projects.Advance;

/// <summary>The sheet of an advance account: its figures on a day, what is left of each advance, its reconciliations and its statement.</summary>
[Authorize(Policy = "project.view")]
public sealed class SheetModel(ProjectPage projects, CurrentUser me, AdvanceSheet sheet) : MoneyPageModel(projects, me)
{
    /// <summary>The day of the figures; today when it is left out.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    /// <summary>Lines of one kind; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public StatementLineKind? Kind { get; set; }

    public AdvanceDetails Details { get; private set; } = null!;

    public DateOnly Day => On ?? View.Today;

    public override string Part => MoneyParts.Advance;

    public override string? Title => $"{Details.Account.Bank} {Details.Account.Number}";

    protected override Right EditRight => Rights.EditWithdrawal;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        if (await sheet.FindAsync(Guid.Parse((string)RouteData.Values["account"]!), Project.Id, Day, Kind, number, cancellation) is not { } details)
            return NotFound();
        Details = details;
        return Page();
    }
}
