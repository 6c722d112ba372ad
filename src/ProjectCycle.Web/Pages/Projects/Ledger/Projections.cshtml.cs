using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger.Monitoring;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>What is planned to be disbursed and awarded under each agreement, in versions; a version is approved here.</summary>
[Authorize(Policy = "project.view")]
public sealed class ProjectionsModel(ProjectPage projects, CurrentUser me, ProjectionList plans, SaveProjection save, Texts texts) : MoneyPageModel(projects, me)
{
    public override string Part => MoneyParts.Projections;

    /// <summary>The leading agreement first.</summary>
    public IReadOnlyList<FinancingPlans> Plans { get; private set; } = [];

    protected override Right EditRight => Rights.EditAgreement;

    public async Task OnGetAsync(CancellationToken cancellation) => Plans = await plans.LoadAsync(Project.Id, View.Today, cancellation);

    public async Task<IActionResult> OnPostApproveAsync(Guid id, int version, DateOnly? on, CancellationToken cancellation) =>
        Answer(await save.ApproveAsync(id, on, version, cancellation), "projection.approved", texts);

    /// <summary>The form of a new version.</summary>
    public string NewLink(Guid financing, ProjectionKind kind) => $"{ProjectLinks.MoneyRow(Project.Code, Part, null, financing)}&kind={kind}";
}
