using ProjectCycle.Domain.People;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>What a project is, what it waits for, what comes next and what happened last.</summary>
public sealed class OverviewModel(ProjectPage projects, CurrentUser me, GateCard gates, DeadlineList deadlines, ProjectHistory history)
    : ProjectTabModel(projects, me)
{
    private const int Shown = 5;

    /// <summary>The move that leads on, or null where there is none.</summary>
    public WayOn? Forward { get; private set; }

    /// <summary>Unmet conditions of the move that leads on.</summary>
    public IReadOnlyList<ConditionView> Unmet => [.. Forward?.Conditions.Where(condition => !condition.Check.IsMet) ?? []];

    public IReadOnlyList<DeadlineRow> NextDeadlines { get; private set; } = [];
    public IReadOnlyList<HistoryLine> LastMoves { get; private set; } = [];

    /// <summary>Everybody the project waits for.</summary>
    public IEnumerable<string> WaitingFor => Unmet.SelectMany(condition => condition.People).Distinct().Order(StringComparer.CurrentCulture);

    public override ProjectTab? Tab => ProjectTab.Overview;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Forward = await gates.WayOnAsync(View, cancellation);
        NextDeadlines = await deadlines.FirstAsync(new DeadlineFilter { ProjectId = Project.Id, PageSize = Shown }, cancellation);
        if (May(Rights.ViewHistory))
            LastMoves = [.. (await history.MovesAsync(Project.Id, cancellation)).Take(Shown)];
    }
}
