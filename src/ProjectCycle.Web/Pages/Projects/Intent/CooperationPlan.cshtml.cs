using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Intent;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Intent;

/// <summary>A project's cooperation plan with its fields, and what it still lacks.</summary>
public sealed class CooperationPlanModel(ProjectPage projects, CurrentUser me, IntentQueries intent) : WorkPageModel(projects, me)
{
    public override string Part => WorkParts.CooperationPlan;

    public PlanView Plan { get; private set; } = null!;

    /// <summary>Codes of what a gate still waits for.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Plan = await intent.PlanAsync(Project.Id, cancellation);
        Missing = Lacks(Plan).ToList();
    }

    private static IEnumerable<string> Lacks(PlanView view)
    {
        foreach (var heading in (view.Plan ?? new() { ProjectId = Guid.Empty }).Missing())
            yield return heading;
        if (view.Fields.Count == 0)
            yield return "a-field";
        if (view.Fields.Any(field => field.Target == ""))
            yield return "a-target";
        if (view.Fields.Any(field => field.ResponsibleOffice == ""))
            yield return "an-office";
    }
}
