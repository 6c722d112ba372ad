using ProjectCycle.Domain.Actors;
using ProjectCycle.Features.Actors;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;

namespace ProjectCycle.Web.Pages.Projects.Actors;

/// <summary>Who has to do with a project: its own people, its actors by kind, and what the coordination team does for it.</summary>
public sealed class PeopleModel(ProjectPage projects, CurrentUser me, ActorQueries actors, TeamQueries teams) : ProjectTabModel(projects, me)
{
    public override ProjectTab? Tab => ProjectTab.People;

    public IReadOnlyList<ProjectActor> Actors { get; private set; } = [];
    public IReadOnlyList<OwnPerson> Own { get; private set; } = [];
    public IReadOnlyList<TeamTaskRow> Tasks { get; private set; } = [];
    public TeamPulse Pulse { get; private set; } = null!;

    /// <summary>True when the person may look at the unit's team.</summary>
    public bool MaySeeTeam => Me.Scope(Domain.People.Rights.ViewProject).Reaches(Project.UnitId);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Actors = await actors.ActorsAsync(Project.Id, cancellation);
        Own = await actors.OwnPeopleAsync(Project, cancellation);
        Tasks = await teams.OfProjectAsync(Project.Id, cancellation);
        Pulse = await teams.PulseAsync(Project.UnitId, cancellation);
    }
}
