using Microsoft.AspNetCore.Authorization;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Appraisal;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Appraisal;

/// <summary>The risks, by weight, and how many there are of each likelihood and impact.</summary>
[Authorize(Policy = "project.view")]
public sealed class RisksModel(ProjectPage projects, CurrentUser me, AppraisalQueries rows) : WorkPageModel(projects, me)
{
    public override string Part => WorkParts.Risks;

    public IReadOnlyList<RiskLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Lines = await rows.RisksAsync(Project.Id, cancellation);
}
