using Microsoft.AspNetCore.Authorization;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Appraisal;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Appraisal;

/// <summary>The agreements and other legal texts on their way to being signed.</summary>
[Authorize(Policy = "project.view")]
public sealed class LegalDraftsModel(ProjectPage projects, CurrentUser me, AppraisalQueries rows) : WorkPageModel(projects, me)
{
    public override string Part => WorkParts.LegalDrafts;

    public IReadOnlyList<DraftLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Lines = await rows.DraftsAsync(Project.Id, cancellation);
}
