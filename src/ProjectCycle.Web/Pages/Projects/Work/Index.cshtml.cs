using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Web.Pages.Projects.Work;

/// <summary>A part of the work with how it stands.</summary>
/// <param name="Part">The part.</param>
/// <param name="Entries">What it holds so far.</param>
/// <param name="IsComplete">A gate may count on it.</param>
/// <param name="IsAskedFor">A gate of the project's template asks for it.</param>
public sealed record WorkLine(WorkPart Part, int Entries, bool IsComplete, bool IsAskedFor);

/// <summary>All parts of a project's work by stage, with how each stands.</summary>
public sealed class IndexModel(ProjectPage projects, CurrentUser me, WorkOverview work) : ProjectTabModel(projects, me)
{
    public override ProjectTab? Tab => ProjectTab.Work;

    /// <summary>By stage, those of one in working order.</summary>
    public IReadOnlyList<(CycleState Stage, IReadOnlyList<WorkLine> Lines)> Stages { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var statuses = await work.OfAsync(Project.Id, cancellation);
        var asked = View.Template.WorkAskedFor;
        var parts = work.Parts.ToLookup(part => part.StageCode);
        Stages = [.. View.Template.Stages.Where(stage => parts.Contains(stage.Code)).Select(stage => (
            stage,
            (IReadOnlyList<WorkLine>)[.. parts[stage.Code].Select(part => Line(part, statuses.GetValueOrDefault(part.Code), asked.Contains(part.Code)))]))];
    }

    private static WorkLine Line(WorkPart part, WorkStatus? status, bool isAskedFor) =>
        new(part, status?.Entries ?? 0, status?.IsComplete ?? false, isAskedFor);
}
