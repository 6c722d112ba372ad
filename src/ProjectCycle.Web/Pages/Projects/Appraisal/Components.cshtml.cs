using Microsoft.AspNetCore.Authorization;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Appraisal;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Appraisal;

/// <summary>The components with their activities, what they cost and when they run.</summary>
[Authorize(Policy = "project.view")]
public sealed class ComponentsModel(ProjectPage projects, CurrentUser me, AppraisalQueries rows) : WorkPageModel(projects, me)
{
    public override string Part => WorkParts.Components;

    public IReadOnlyList<ComponentLine> Lines { get; private set; } = [];

    public IReadOnlyList<CostSum> Sums { get; private set; } = [];

    /// <summary>Null while no activity has dates.</summary>
    public TimeAxis? Axis { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Lines = await rows.ComponentsAsync(Project.Id, cancellation);
        var activities = Lines.SelectMany(line => line.Activities).ToList();
        Sums = CostSum.Of(activities);
        Axis = TimeAxis.Of(activities);
    }
}
