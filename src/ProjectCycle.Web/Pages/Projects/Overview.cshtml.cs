using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Ledger.Monitoring;
using ProjectCycle.Features.Obstacles;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>What a project is, what it waits for, what comes next and what happened last.</summary>
public sealed class OverviewModel(
    ProjectPage projects, CurrentUser me, GateCard gates, DeadlineList deadlines, ObstacleList obstacles, StallWatch stall, ProjectHistory history, TemplateCatalog templates, ProjectMonitor monitor)
    : ProjectTabModel(projects, me)
{
    private const int Shown = 5;

    /// <summary>The move that leads on, or null where there is none.</summary>
    public WayOn? Forward { get; private set; }

    /// <summary>Unmet conditions of the move that leads on.</summary>
    public IReadOnlyList<ConditionView> Unmet => [.. Forward?.Conditions.Where(condition => !condition.Check.IsMet) ?? []];

    /// <summary>The number of a later version that a running project could be moved to; null when there is none.</summary>
    public int? NewerVersion =>
        View.State.Kind == StateKind.Stage && templates.Current(Project.TemplateId) is { } current && current.Version > View.Template.Version ? current.Version : null;

    public IReadOnlyList<DeadlineRow> NextDeadlines { get; private set; } = [];
    public IReadOnlyList<ObstacleRow> OpenObstacles { get; private set; } = [];

    /// <summary>Null for a project that is in no stage.</summary>
    public StallView? Stall { get; private set; }

    /// <summary>Null while no agreement pays for it.</summary>
    public ProjectLights? Lights { get; private set; }

    public IReadOnlyList<HistoryLine> LastMoves { get; private set; } = [];

    /// <summary>Everybody the project waits for.</summary>
    public IEnumerable<string> WaitingFor => Unmet.SelectMany(condition => condition.People).Distinct().Order(StringComparer.CurrentCulture);

    public override ProjectTab? Tab => ProjectTab.Overview;

    /// <summary>The version a move was made by: its words are the words of then.</summary>
    public CycleTemplate TemplateOf(StageMove move) => templates.Get(Project.TemplateId, move.TemplateVersion);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Forward = await gates.WayOnAsync(View, cancellation);
        NextDeadlines = await deadlines.FirstAsync(new DeadlineFilter { ProjectId = Project.Id, PageSize = Shown }, cancellation);
        OpenObstacles = await obstacles.FirstAsync(new ObstacleFilter { ProjectId = Project.Id, Open = true, PageSize = Shown }, cancellation);
        if (View.State.Kind == StateKind.Stage)
            Stall = await stall.OfAsync(Project, View.Today, cancellation);
        if (Project.Financings.Count > 0 && await monitor.GlanceAsync(Project.Id, View.Today, View.Template.Monitoring, View.Health?.Light, cancellation) is { Standings.Count: > 0 } money)
            Lights = money.Lights;
        if (May(Rights.ViewHistory))
            LastMoves = [.. (await history.MovesAsync(Project.Id, cancellation)).Take(Shown)];
    }
}
