using Microsoft.AspNetCore.Authorization;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Appraisal;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Appraisal;

/// <summary>The positions of the unit that is to run the project.</summary>
[Authorize(Policy = "project.view")]
public sealed class ProjectUnitModel(ProjectPage projects, CurrentUser me, AppraisalQueries rows) : WorkPageModel(projects, me)
{
    public override string Part => WorkParts.ProjectUnit;

    public IReadOnlyList<PositionLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Lines = await rows.PositionsAsync(Project.Id, cancellation);
}
