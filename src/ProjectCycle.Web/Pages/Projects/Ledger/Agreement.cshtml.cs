using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger.Agreements;
using ProjectCycle.Features.Ledger.Monitoring;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>The sheet of one agreement: what it pays for the project, its categories, changes, counterpart funds and covenants.</summary>
[Authorize(Policy = "project.view")]
public sealed class AgreementModel(ProjectPage projects, CurrentUser me, FinancingSheet sheet, ProjectionList plans) : MoneyPageModel(projects, me)
{
    public override string Part => MoneyParts.Agreements;

    public override string? Title => Sheet.Agreement.Number;

    public FinancingView Sheet { get; private set; } = null!;

    /// <summary>What was planned, and what became of it.</summary>
    public FinancingPlans Plans { get; private set; } = null!;

    /// <summary>The centre's planning references that are filled in, with the keys of their labels.</summary>
    public IEnumerable<(string Label, string Text)> References => OfPlanning(Sheet.Financing.References).Where(one => one.Text != "");

    protected override Right EditRight => Rights.EditAgreement;

    public async Task<IActionResult> OnGetAsync(Guid financing, CancellationToken cancellation)
    {
        if (await sheet.FindAsync(Project.Id, financing, View.Today, View.Template.Monitoring, cancellation) is not { } found)
            return NotFound();
        Sheet = found;
        Plans = (await plans.LoadAsync(Project.Id, View.Today, cancellation, financing)).Single();
        return Page();
    }

    /// <summary>The form of a row of this sheet; of a new one when none is named.</summary>
    public string RowLink(string kind, Guid? row = null) => ProjectLinks.MoneyRow(Project.Code, kind, row, row is null ? Sheet.Financing.Id : null);

    private static (string Label, string Text)[] OfPlanning(PlanningReferences references) =>
    [
        ("financing.loan-code", references.LoanCode),
        ("financing.register-number", references.RegisterNumber),
        ("financing.echelon-unit", references.EchelonUnit),
        ("financing.programme", references.Programme),
        ("financing.budget-activity", references.BudgetActivity),
        ("financing.national-priority", references.NationalPriority),
        ("financing.blue-book", references.BlueBook),
        ("financing.green-book", references.GreenBook),
        ("financing.activity-list", references.ActivityList),
        ("financing.on-lending", references.OnLending),
    ];
}
