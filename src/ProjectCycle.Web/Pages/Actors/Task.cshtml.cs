using ProjectCycle.Domain;
using ProjectCycle.Domain.Actors;
using ProjectCycle.Features.Actors;
using ProjectCycle.Features.People;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Actors;

/// <summary>The inputs, as <see cref="TeamTaskInput"/> names them.</summary>
public sealed class TeamTaskForm
{
    public TeamTaskKind Kind { get; set; }
    public Guid? ProjectId { get; set; }
    public Guid? MemberId { get; set; }
    public DateOnly? DueOn { get; set; }
    public DateOnly? DoneOn { get; set; }
    public string Note { get; set; } = "";
}

/// <summary>A task of a unit's team: a new one, or one to change or close.</summary>
public sealed class TaskModel(TeamQueries teams, SaveTeamTask save, Texts texts) : TeamFormModel<TeamTaskForm>(teams, texts)
{
    private readonly TeamQueries _teams = teams;

    public IReadOnlyList<Choice> Projects { get; private set; } = [];

    /// <summary>Those of the team today, and whoever the task is with.</summary>
    public IEnumerable<Choice> Members =>
        View.Members.Where(m => m.Until is null || m.Until >= View.Today || m.Id == Input.MemberId).Select(m => new Choice(m.Id, $"{m.Name} ({m.Office})"));

    protected override (TeamTaskForm Input, int Version)? Read()
    {
        if (IsNew)
            return (new TeamTaskForm(), 0);
        return View.Tasks.FirstOrDefault(row => row.Task.Id == Id)?.Task is not { } task ? null : (new TeamTaskForm
        {
            Kind = task.Kind,
            ProjectId = task.ProjectId,
            MemberId = task.MemberId,
            DueOn = task.DueOn,
            DoneOn = task.DoneOn,
            Note = task.Note,
        }, task.Version);
    }

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation)
    {
        var input = new TeamTaskInput
        {
            Kind = Input.Kind,
            ProjectId = Input.ProjectId,
            MemberId = Input.MemberId,
            DueOn = Input.DueOn,
            DoneOn = Input.DoneOn,
            Note = Input.Note,
        };
        return Id is { } id ? (await save.ChangeAsync(id, input, Version, cancellation)).Refusals : (await save.AddAsync(UnitId, input, cancellation)).Refusals;
    }

    protected override Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation) => save.RemoveAsync(id, Version, cancellation);

    protected override async Task LoadAsync(CancellationToken cancellation) => Projects = await _teams.ProjectsAsync(UnitId, cancellation);
}
