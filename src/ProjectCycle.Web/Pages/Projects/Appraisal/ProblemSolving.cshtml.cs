using Microsoft.AspNetCore.Authorization;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Appraisal;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Appraisal;

/// <summary>The steps by which problems are solved, and the channels for complaints.</summary>
[Authorize(Policy = "project.view")]
public sealed class ProblemSolvingModel(ProjectPage projects, CurrentUser me, AppraisalQueries rows) : WorkPageModel(projects, me)
{
    public override string Part => WorkParts.ProblemSolving;

    public IReadOnlyList<ProblemStep> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Lines = await rows.StepsAsync(Project.Id, cancellation);
}
