using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Negotiation;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Negotiation;

/// <summary>The matrix: ours and theirs beside each other, item by item.</summary>
public sealed class PositionsModel(ProjectPage projects, CurrentUser me, PositionMatrix matrix) : WorkPageModel(projects, me)
{
    public override string Part => WorkParts.Positions;

    /// <summary>What is open stands first.</summary>
    public IReadOnlyList<PositionRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Rows = [.. (await matrix.OfAsync(Project.Id, cancellation)).OrderBy(row => row.Outcome)];

    public int Count(PositionOutcome outcome) => Rows.Count(row => row.Outcome == outcome);
}
