using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Identification;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Identification;

/// <summary>Which passages of which plans the project serves, and how well.</summary>
public sealed class AlignmentModel(ProjectPage projects, CurrentUser me, IdentificationQueries queries) : WorkPageModel(projects, me)
{
    public override string Part => WorkParts.Alignment;
    public IReadOnlyList<AlignmentEntry> Entries { get; private set; } = [];

    /// <summary>The plans that make the matrix complete.</summary>
    public IEnumerable<(PlanKind Plan, bool IsMet)> Asked =>
        new[] { PlanKind.Rpjmd, PlanKind.PartnerProgramme }.Select(plan => (plan, Entries.Any(entry => entry.Plan == plan && entry.Fit != PlanFit.None)));

    public async Task OnGetAsync(CancellationToken cancellation) => Entries = await queries.AlignmentAsync(Project.Id, cancellation);
}
